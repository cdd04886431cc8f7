// The text of a key in the language that the clerk has chosen. Reading it in a page follows the choice.

import { format, hasText, type Arguments } from "./fluent";
import { inLanguage } from "./languages";
import { preferences } from "./preferences.svelte";

export function t(key: string, values?: Arguments): string {
  return format(preferences.language, key, values);
}

/** The text of the first key that exists. */
export function tFirst(keys: readonly [string, ...string[]], values?: Arguments): string {
  return t(keys.find(hasText) ?? keys[keys.length - 1] ?? keys[0], values);
}

/** What is there of some parts, one behind the other with the comma of the language. */
export function joined(parts: readonly string[]): string {
  const there = parts.filter((part) => part.trim() !== "");
  return there.slice(1).reduce((first, second) => t("joined", { first, second }), there[0] ?? "");
}

/** A profile's text in the clerk's language. */
export function own(texts: { [key in string]?: string }): string {
  return inLanguage(texts, preferences.language);
}
