// Finding a category by what the clerk types, in any of its languages, and localities likewise.

import type { CategoryView } from "../bindings/CategoryView";
import { format } from "./fluent";
import { fold, wordsOf } from "./fold";
import { inLanguage, type Language } from "./languages";

/** Categories of one heading, in the order of the profile. */
export interface CategoryGroup {
  name: string;
  categories: CategoryView[];
}

/** What a category is called in one line: its heading and its name. */
export function categoryTitle(category: CategoryView, language: Language): string {
  const title = format(language, "category-title", { group: inLanguage(category.group, language), name: inLanguage(category.name, language) });
  // It stands in fields too, where marks of direction would be letters to type over; both parts are of one language.
  return title.replace(/[\u2068\u2069]/g, "");
}

function values(texts: { [key in string]?: string }): string[] {
  return Object.values(texts).filter((text) => text !== undefined);
}

/**
 * The categories in which each typed word begins a word of the name or heading in any language; where none does,
 * those that contain each word anywhere. Nothing typed: all.
 */
export function searchCategories(categories: readonly CategoryView[], typed: string): CategoryView[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [...categories];
  const texts = categories.map((category) => [...values(category.name), ...values(category.group)].map(fold));
  const begins = categories.filter((_, index) => {
    const known = (texts[index] ?? []).flatMap((text) => wordsOf(text));
    return words.every((word) => known.some((other) => other.startsWith(word)));
  });
  if (begins.length > 0) return begins;
  return categories.filter((_, index) => words.every((word) => (texts[index] ?? []).some((text) => text.includes(word))));
}

/** Puts categories under their headings, keeping their order. */
export function groupCategories(categories: readonly CategoryView[], language: string): CategoryGroup[] {
  const groups = new Map<string, CategoryGroup>();
  for (const category of categories) {
    const name = inLanguage(category.group, language);
    const group = groups.get(name) ?? { name, categories: [] };
    group.categories.push(category);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** At most `limit` localities that fit, those that begin with the typed words first. */
export function searchLocalities(localities: readonly string[], typed: string, limit: number): string[] {
  const sought = fold(typed.trim());
  if (sought === "") return [];
  const begins: string[] = [];
  const contains: string[] = [];
  for (const locality of localities) {
    const folded = fold(locality);
    if (folded.startsWith(sought)) begins.push(locality);
    else if (folded.includes(sought)) contains.push(locality);
  }
  return [...begins, ...contains].slice(0, limit);
}

/** Whether the typed name is one of the list, accents and case aside. */
export function isKnownLocality(localities: readonly string[], typed: string): boolean {
  const sought = fold(typed.trim());
  return localities.some((locality) => fold(locality) === sought);
}
