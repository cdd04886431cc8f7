// What is searched for, and what was found. Stale answers are dropped: only the newest question counts.

import type { ComplaintRow } from "../bindings/ComplaintRow";
import * as commands from "./commands";
import { desk } from "./desk.svelte";

/** How long to wait for the next key, in milliseconds. */
const pause_ms = 60;
/** How many are shown at most. */
export const mostFound = 50;

class Search {
  words = $state("");
  rows = $state<ComplaintRow[]>([]);
  /** The words that `rows` answer. */
  answered = $state("");
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** The words changed: ask soon. */
  typed(words: string): void {
    this.words = words;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), pause_ms);
  }

  /** Waits until the rows answer the present words. */
  async settle(): Promise<void> {
    if (this.answered !== this.words.trim()) await this.ask();
  }

  /** Asks now. */
  async ask(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const question = ++this.#question;
    const words = this.words.trim();
    if (words === "") {
      this.rows = [];
      this.answered = "";
      return;
    }
    try {
      const rows = await commands.search(words, mostFound);
      if (question !== this.#question) return;
      this.rows = rows;
      this.answered = words;
    } catch (thrown) {
      if (question === this.#question) desk.report(thrown);
    }
  }

  clear(): void {
    this.words = "";
    void this.ask();
  }
}

export const search = new Search();
