// Filters of a list: what they are when nothing is filtered, and whether anything is.

import type { CategoryView } from "../bindings/CategoryView";
import type { SelectionForm } from "../bindings/SelectionForm";
import { inLanguage } from "./languages";

export const statuses = [
  "received",
  "checked",
  "passed_on",
  "waiting_documents",
  "in_progress",
  "answered",
  "resolved",
  "closed",
  "reopened",
  "withdrawn",
] as const;
/** Lists of the day's work: short, narrowed by matter and institution alone, and printed by anybody. */
export const dayLists: readonly string[] = ["overdue", "due_today", "owed", "to_tell"];

export const periods = ["today", "week", "month", "year", "days"] as const;
export const dueWhens = ["over", "today", "week"] as const;

export function everything(): SelectionForm {
  return {
    list: "all",
    words: "",
    statuses: [],
    categories: [],
    institutions: [],
    clerk: "",
    period: "any",
    from: "",
    until: "",
    due: "any",
  };
}

/** Whether any filter beside the list and the words is set. */
export function isNarrowed(selection: SelectionForm): boolean {
  const bare = { ...selection, list: "all", words: "" };
  return JSON.stringify(bare) !== JSON.stringify(everything());
}

/** Whether a clerk prints a list: what leaves the store with filters and words does so by leave to take tables along. */
export function printable(selection: SelectionForm, mayExport: boolean): boolean {
  return mayExport || (dayLists.includes(selection.list) && selection.words.trim() === "");
}

/** The filters that a list of the day's work takes. */
export function ofTheDay(selection: SelectionForm): SelectionForm {
  return { ...everything(), categories: selection.categories, institutions: selection.institutions };
}

/** Whether two selections show the same. */
export function isSame(one: SelectionForm, other: SelectionForm): boolean {
  const text = (selection: SelectionForm): string => JSON.stringify({ ...everything(), ...selection, words: selection.words.trim() });
  return text(one) === text(other);
}

/** A heading of the profile with the categories under it. */
export interface Heading {
  name: string;
  codes: string[];
}

/** The headings in the order of the profile. */
export function headings(categories: readonly CategoryView[], language: string): Heading[] {
  const found = new Map<string, Heading>();
  for (const category of categories) {
    // The heading is the same in every language or in none: English names it.
    const key = category.group["en"] ?? inLanguage(category.group, language);
    const heading = found.get(key) ?? { name: inLanguage(category.group, language), codes: [] };
    heading.codes.push(category.code);
    found.set(key, heading);
  }
  return [...found.values()];
}
