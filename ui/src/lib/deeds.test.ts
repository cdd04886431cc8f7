import { expect, test } from "vitest";
import { fieldOf, fieldsOf, handedIn, isDeed, isWorthKeeping, type DeedName } from "./deeds";
import { emptyDeed } from "./unsaved-deeds.svelte";
import { hasText } from "./fluent";

const names: DeedName[] = [
  "note",
  "ask_for_document",
  "document_brought",
  "resolve",
  "thank",
  "pass_on",
  "hand_over",
  "escalate",
  "reopen",
  "close",
  "rate",
  "link",
  "withdraw",
];

test("every deed has a button, a title and a way to save it in words", () => {
  for (const name of names) {
    expect(isDeed(name)).toBe(true);
    for (const key of [`deed-${name}`, `deed-${name}-save`]) expect(hasText(key), key).toBe(true);
    for (const field of fieldsOf(name).filter((field) => field !== "forCitizen")) expect(hasText(`deed-${name}-${field}`) || hasText(`deed-${field}`), `${name} ${field}`).toBe(true);
  }
  expect(isDeed("tell")).toBe(false);
});

test("what is handed in carries everything that the deed asks for", () => {
  const close = { ...emptyDeed("close"), text: "a", opinion: "b", stars: 4, told: true };
  expect(handedIn(close)).toEqual({ deed: "close", text: "a", stars: 4, opinion: "b", told: true });
  const asked = { ...emptyDeed("ask_for_document"), what: "Bill", until: "2026-12-08" };
  expect(handedIn(asked)).toEqual({ deed: "ask_for_document", what: "Bill", until: "2026-12-08", told: false });
  for (const name of names) expect(handedIn(emptyDeed(name)) === null).toBe(name === "note" || name === "withdraw");
});

test("an error stands at the field that it is about, and only where the deed has that field", () => {
  expect(fieldOf("other_missing", "link")).toBe("reference");
  expect(fieldOf("words_missing", "link")).toBeNull();
  expect(fieldOf("disk_full", "note")).toBeNull();
});

test("words are worth keeping and choices alone are not", () => {
  expect(isWorthKeeping({ ...emptyDeed("close"), stars: 3, told: true })).toBe(false);
  expect(isWorthKeeping({ ...emptyDeed("close"), opinion: "Good." })).toBe(true);
});
