import { expect, test } from "vitest";
import { asTyped, typedDay, typedMonth } from "./typed-dates";

const now = new Date(2026, 10, 24, 8, 0);

test("a day is read as people write it", () => {
  const ways = ["24/11/2026", "24.11.2026", "24-11-26", " 24 11 2026 ", "2026-11-24", "24/11", "٢٤/١١/٢٠٢٦"];
  for (const text of ways) expect(typedDay(text, now), text).toBe("2026-11-24");
  expect(typedDay("1/2/26", now)).toBe("2026-02-01");
});

test("a day without a year is the last one that was", () => {
  expect(typedDay("25/11", now)).toBe("2025-11-25");
  expect(typedDay("23/11", now)).toBe("2026-11-23");
});

test("what the calendar does not have is no day", () => {
  for (const text of ["", "yesterday", "31/11/2026", "29/2/2026", "2026-13-45", "24", "24/11/2026/1", "24/11/1026"]) {
    expect(typedDay(text, now), text).toBeNull();
  }
  expect(typedDay("29/2/2028", now)).toBe("2028-02-29");
});

test("a month is read as people write it", () => {
  for (const text of ["11/2026", "11.26", "2026-11", "١١/٢٠٢٦"]) expect(typedMonth(text), text).toBe("2026-11");
  for (const text of ["", "November", "13/2026", "2026-00", "24/11/2026"]) expect(typedMonth(text), text).toBeNull();
});

test("a day is shown as one types it", () => {
  expect([asTyped("2026-11-24"), asTyped("2026-11"), asTyped("")]).toEqual(["24/11/2026", "11/2026", ""]);
  expect(typedDay(asTyped("2026-11-24"), now)).toBe("2026-11-24");
});
