// The fields of a registration that can be corrected: their names, and their values as people read them.

import { categoryTitle } from "./category-search";
import { desk } from "./desk.svelte";
import { preferences } from "./preferences.svelte";
import { t, tFirst } from "./texts.svelte";

/** The name of a field. */
export const fieldName = (field: string): string => tFirst([`field-${field}`, "field-other"]);

/** A field's value; an empty one is said to be so. */
export function valueOf(field: string, value: string): string {
  if (value === "") return t("field-empty");
  if (field !== "category") return value;
  const category = desk.profile?.categories.find((other) => other.code === value);
  return category === undefined ? value : categoryTitle(category, preferences.language);
}

/** Numbers and codes run from left to right in every language. */
export const isLeftToRight = (field: string): boolean => field === "nic" || field === "phone" || field === "email";
