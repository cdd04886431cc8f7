// What the administrator has set for this computer: read once, before the first screen. What is set is shown and not asked.

import type { PolicyMistakeView } from "../bindings/PolicyMistakeView";
import * as commands from "./commands";
import { languages, type LanguageFacts } from "./languages";

class Policy {
  file = $state<string | null>(null);
  centre = $state("");
  backupPlace = $state("");
  mistakes = $state<readonly PolicyMistakeView[]>([]);
  #keys = $state<readonly string[]>([]);
  #languages = $state<readonly string[]>([]);

  /** Asks the program. */
  async read(): Promise<void> {
    const view = await commands.policy();
    [this.file, this.centre, this.backupPlace, this.mistakes] = [view.file, view.centre, view.backup_place, view.mistakes];
    [this.#keys, this.#languages] = [view.keys, view.languages];
  }

  /** Whether the administrator has set it. */
  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  /** The languages that may be chosen. */
  get languages(): readonly LanguageFacts[] {
    if (this.#languages.length === 0) return languages;
    return this.#languages.flatMap((tag) => languages.filter(({ code }) => code === tag));
  }
}

export const policy = new Policy();
