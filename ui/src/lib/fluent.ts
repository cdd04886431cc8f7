// The texts of the desk in four languages, from `locales/`. Knows no page and no state.

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import arabic from "../../../locales/ar-MA/desk.ftl?raw";
import english from "../../../locales/en/desk.ftl?raw";
import french from "../../../locales/fr/desk.ftl?raw";
import kreol from "../../../locales/mfe/desk.ftl?raw";
import { facts, groupDigits, type Language } from "./languages";

export type Arguments = Record<string, string | number>;

export const sources: Readonly<Record<Language, string>> = {
  en: english,
  fr: french,
  mfe: kreol,
  "ar-MA": arabic,
};

/** A count that chooses the plural form by Fluent's rules and is written with our own grouping. */
class Count extends FluentNumber {
  constructor(
    value: number,
    private readonly language: Language,
  ) {
    super(value);
  }

  override toString(): string {
    return groupDigits(this.language, this.value);
  }
}

const bundles = new Map<Language, FluentBundle>();

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  const bundle = new FluentBundle(facts(language).plurals);
  const errors = bundle.addResource(new FluentResource(sources[language]));
  if (errors.length > 0) throw errors[0];
  bundles.set(language, bundle);
  return bundle;
}

/** Whether a text exists under this key. */
export function hasText(key: string): boolean {
  return bundleOf("en").hasMessage(key);
}

/** The text under `key`; an unknown key shows itself, which a test forbids. */
export function format(language: Language, key: string, values: Arguments = {}): string {
  const bundle = bundleOf(language);
  const pattern = bundle.getMessage(key)?.value;
  if (pattern === null || pattern === undefined) return key;
  const variables: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(values)) {
    variables[name] = typeof value === "number" ? new Count(value, language) : value;
  }
  return bundle.formatPattern(pattern, variables, []);
}
