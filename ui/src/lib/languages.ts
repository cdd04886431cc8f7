// The four languages of the desk: their names, directions and number signs. Texts live in fluent.ts.

export type Language = "en" | "fr" | "mfe" | "ar-MA";

/** What the page must know of a language. `name` is written in the language itself. */
export interface LanguageFacts {
  code: Language;
  name: string;
  direction: "ltr" | "rtl";
  /** The sign between groups of three digits. */
  group: string;
  /**
   * Whose plural rules the browser shall use. Kreol Morisien has none in CLDR, and `Intl` would silently take
   * the system's own; Japanese knows the one form `other` only, which is exactly Kreol's rule.
   */
  plurals: string[];
}

export const languages: readonly LanguageFacts[] = [
  { code: "en", name: "English", direction: "ltr", group: ",", plurals: ["en"] },
  { code: "fr", name: "Français", direction: "ltr", group: "\u202f", plurals: ["fr"] },
  { code: "mfe", name: "Kreol Morisien", direction: "ltr", group: "\u00a0", plurals: ["ja"] },
  { code: "ar-MA", name: "العربية", direction: "rtl", group: ".", plurals: ["ar-MA", "ar"] },
];

/** The facts of a language that is known to be one of the four. */
export function facts(code: Language): LanguageFacts {
  return languages.find((language) => language.code === code) ?? english;
}

const english = languages[0] as LanguageFacts;

export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language.code === code);
}

/** The language's own name, or the code where it is not one of the four. */
export function languageName(code: string): string {
  return languages.find((language) => language.code === code)?.name ?? code;
}

/** Direction of a text in a language that a profile names. */
export function directionOf(code: string): "ltr" | "rtl" {
  return languages.find((language) => language.code === code)?.direction ?? "ltr";
}

/** The first of the four that somebody's list of wishes names. */
export function firstWish(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const short = wish.toLowerCase().split("-")[0];
    const found = languages.find((language) => language.code.split("-")[0] === short);
    if (found) return found.code;
  }
  return "en";
}

/** A whole number with the language's grouping, in western digits everywhere. */
export function groupDigits(language: Language, value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, facts(language).group);
}

/** The text of a profile in a language; English is always there. */
export function inLanguage(texts: { [key in string]?: string }, language: string): string {
  return texts[language] ?? texts["en"] ?? "";
}

/** In which language `inLanguage` answered. */
export function languageAnswered(texts: { [key in string]?: string }, language: string): string {
  return texts[language] === undefined ? "en" : language;
}
