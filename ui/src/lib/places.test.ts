import { expect, test } from "vitest";
import { format, parse, type Place } from "./places";

const places: Place[] = [
  { page: "morning" },
  { page: "to-tell", id: null },
  { page: "to-tell", id: "c0" },
  { page: "sent" },
  { page: "complaints", filter: "due_today" },
  { page: "register", draft: null },
  { page: "register", draft: "d/1 é" },
  { page: "complaints", filter: "news" },
  { page: "complaint", id: "12-2#00417" },
  { page: "receipt", id: "c0" },
  { page: "letters", id: "c0", telling: false },
  { page: "letters", id: "c/0", telling: true },
  { page: "search" },
  { page: "paper", of: "2026-11", language: null },
  { page: "paper", of: "privacy", language: "ar-MA" },
  { page: "print", tasks: false },
  { page: "print", tasks: true },
  { page: "drafts" },
  { page: "waiting" },
  { page: "clerks" },
];

test("every place is found again from its address", () => {
  for (const place of places) expect(parse(format(place))).toEqual(place);
});

test("an address that names no place leads to the morning page", () => {
  for (const hash of ["", "#", "#/nowhere", "#/complaint/", "#/complaint/%E0%A4%A"]) {
    expect(parse(hash)).toEqual({ page: "morning" });
  }
  expect(parse("#/complaints/nonsense")).toEqual({ page: "complaints", filter: "all" });
});
