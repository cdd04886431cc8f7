// What a document costs on the line, in words that a clerk can weigh: how large, and how long on the line as it was.

import type { Weight } from "../bindings/Weight";
import type { Arguments } from "./fluent";
import { groupDigits, type Language } from "./languages";

/** A text and what stands in it. */
interface Said {
  key: string;
  values: Arguments;
}

const kilobytes = (language: Language, bytes: number): string => groupDigits(language, Math.max(1, Math.round(bytes / 1000)));

/** Seconds while they can be counted, minutes beyond. */
function said(language: Language, bytes: number, seconds: number | null): Said {
  const size = kilobytes(language, bytes);
  if (seconds === null) return { key: "document-size", values: { size } };
  if (seconds < 90) return { key: "take-cost-seconds", values: { size, count: seconds } };
  return { key: "take-cost-minutes", values: { size, count: Math.round(seconds / 60) } };
}

/** The file as it came, and what would be kept. */
export function costOf(language: Language, weight: Weight): { before: Said; after: Said } {
  return { before: said(language, weight.before, weight.before_s), after: said(language, weight.after, weight.after_s) };
}
