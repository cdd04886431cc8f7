// How this computer's page is read: language, colours, size of text. Kept beside the store, never in it.

import { setZoom } from "./commands";
import { facts, firstWish, isLanguage, type Language, type LanguageFacts } from "./languages";

export type Theme = "system" | "light" | "dark" | "contrast";
export const themes: readonly Theme[] = ["system", "light", "dark", "contrast"];

/** Sizes of the page in percent. */
export const textSizes: readonly number[] = [100, 125, 150, 175, 200];

const shelf = "guichet.preferences";

interface Kept {
  language?: unknown;
  theme?: unknown;
  textSize?: unknown;
  spoken?: unknown;
}

function kept(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(shelf) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

class Preferences {
  language = $state<Language>("en");
  theme = $state<Theme>("system");
  textSize = $state(100);
  /** The language of the citizen who was registered last; empty: nobody yet. */
  spoken = "";

  constructor() {
    const before = kept();
    this.language = isLanguage(before.language) ? before.language : firstWish(navigator.languages);
    this.theme = themes.find((theme) => theme === before.theme) ?? "system";
    this.textSize = textSizes.find((size) => size === before.textSize) ?? 100;
    if (typeof before.spoken === "string") this.spoken = before.spoken;
  }

  /** Puts the wishes on the document; called at the start and after each change. */
  apply(): void {
    const root = document.documentElement;
    root.lang = this.language;
    root.dir = facts(this.language).direction;
    if (this.theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = this.theme;
    void this.#zoom(root);
  }

  setLanguage(language: Language): void {
    this.language = language;
    this.#changed();
  }

  /** Takes to the first of these languages, unless the one in use is among them. */
  keepTo(allowed: readonly LanguageFacts[]): void {
    const [first] = allowed;
    if (first !== undefined && !allowed.some(({ code }) => code === this.language)) this.setLanguage(first.code);
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#changed();
  }

  setTextSize(size: number): void {
    this.textSize = size;
    this.#changed();
  }

  /** The next larger (1) or smaller (-1) size, or the usual one (0). */
  stepTextSize(direction: 1 | -1 | 0): void {
    const at = textSizes.indexOf(this.textSize);
    const next = direction === 0 ? textSizes[0] : textSizes[at + direction];
    if (next !== undefined) this.setTextSize(next);
  }

  setSpoken(language: string): void {
    this.spoken = language;
    this.#keep();
  }

  #changed(): void {
    this.#keep();
    this.apply();
  }

  #keep(): void {
    const { language, theme, textSize, spoken } = this;
    try {
      localStorage.setItem(shelf, JSON.stringify({ language, theme, textSize, spoken }));
    } catch {
      // A full disk must not keep anybody from reading: the wish holds until the window closes.
    }
  }

  async #zoom(root: HTMLElement): Promise<void> {
    // The window's zoom is what media queries see. Where the window does not offer it, larger letters alone.
    try {
      await setZoom(this.textSize / 100);
      delete root.dataset["textSize"];
    } catch {
      root.dataset["textSize"] = String(this.textSize);
    }
  }
}

export const preferences = new Preferences();
