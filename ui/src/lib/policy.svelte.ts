// What the administrator has set for this computer: read once, before the first screen. What is set is shown and not asked.

import type { PolicyMistakeView } from "../bindings/PolicyMistakeView";
import * as commands from "./commands";
import { isLanguage, languages, type LanguageFacts } from "./languages";
import { preferences } from "./preferences.svelte";

class Policy {
  file = $state<string | null>(null);
  centre = $state("");
  backupPlace = $state("");
  mistakes = $state<readonly PolicyMistakeView[]>([]);
  #keys = $state<readonly string[]>([]);
  #languages = $state<readonly string[]>([]);

  /** Asks the program, and takes to a language that may be chosen. */
  async read(): Promise<void> {
    const view = await commands.policy();
    [this.file, this.centre, this.backupPlace, this.mistakes] = [view.file, view.centre, view.backup_place, view.mistakes];
    [this.#keys, this.#languages] = [view.keys, view.languages];
    const [first] = view.languages;
    if (first !== undefined && !view.languages.includes(preferences.language) && isLanguage(first)) preferences.setLanguage(first);
  }

  /** Whether the administrator has set it. */
  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  /** The languages that may be chosen. */
  get languages(): readonly LanguageFacts[] {
    return this.#languages.length === 0 ? languages : languages.filter(({ code }) => this.#languages.includes(code));
  }
}

export const policy = new Policy();
