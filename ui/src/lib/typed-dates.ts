// Days and months as people type them at a counter: 24/11/2026, 24.11.26, 24 11, or the way that programs write them. The
// day stands before the month in all four languages.

import { localClock } from "./dates";

const two = (number: number): string => String(number).padStart(2, "0");

/** Figures of Arabic keyboards stand for the same numbers. */
function figures(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (figure) => String((figure.codePointAt(0) ?? 0) & 0xf));
}

function numbers(text: string): number[] | null {
  const parts = figures(text).trim().split(/[\s/.\-،]+/);
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null;
}

/** `26` is 2026; a register holds nothing of the century before. */
function whole(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** As programs write it, `2026-11-24`; null where the calendar has no such day. */
function written(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year > 1999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

/** The day that is typed, as `2026-11-24`; without a year the last such day up to today. Null: it is none. */
export function typedDay(text: string, now: Date): string | null {
  const typed = numbers(text);
  if (typed === null) return null;
  const [first = 0, second = 0, third] = typed;
  if (typed.length === 3 && first > 31) return written(first, second, third ?? 0);
  if (typed.length === 3) return written(whole(third ?? 0), second, first);
  if (typed.length !== 2) return null;
  const today = localClock(now);
  const isAhead = second > today.month || (second === today.month && first > today.day);
  return written(isAhead ? today.year - 1 : today.year, second, first);
}

/** The month that is typed, as `2026-11`; null: it is none. */
export function typedMonth(text: string): string | null {
  const typed = numbers(text);
  if (typed?.length !== 2) return null;
  const [first = 0, second = 0] = typed;
  const [year, month] = first > 12 ? [first, second] : [whole(second), first];
  return written(year, month, 1)?.slice(0, 7) ?? null;
}

/** `2026-11-24` or `2026-11` as one types it, `24/11/2026` or `11/2026`. */
export function asTyped(text: string): string {
  return text.split("-").reverse().join("/");
}
