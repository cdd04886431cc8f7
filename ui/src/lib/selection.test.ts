import { expect, test } from "vitest";
import type { CategoryView } from "../bindings/CategoryView";
import { everything, headings, isNarrowed, isSame } from "./selection";

test("words and the list alone are no filter; everything else is one", () => {
  expect(isNarrowed(everything())).toBe(false);
  expect(isNarrowed({ ...everything(), words: "dilo", list: "due" })).toBe(false);
  expect(isNarrowed({ ...everything(), statuses: ["answered"] })).toBe(true);
  expect(isNarrowed({ ...everything(), period: "week" })).toBe(true);
  expect(isNarrowed({ ...everything(), clerk: "Kavi" })).toBe(true);
});

test("two selections are the same whatever blanks stand around the words", () => {
  expect(isSame({ ...everything(), words: " dilo " }, { ...everything(), words: "dilo" })).toBe(true);
  expect(isSame({ ...everything(), list: "due" }, everything())).toBe(false);
});

test("categories stand under their heading in the order of the profile", () => {
  const category = (code: string, en: string, fr: string): CategoryView => ({
    code,
    group: { en, fr },
    name: { en: code },
    institution: "X",
    alternatives: [],
    rule: "",
    discretion: [],
    fee: {},
    due_working_days: null,
    due_on: null,
    priority: "normal",
    restricted: false,
    closed: false,
    documents: [],
  });
  const found = headings([category("leak", "Water", "Eau"), category("pole", "Light", "Lumière"), category("bill", "Water", "Eau")], "fr");
  expect(found).toEqual([
    { name: "Eau", codes: ["leak", "bill"] },
    { name: "Lumière", codes: ["pole"] },
  ]);
});
