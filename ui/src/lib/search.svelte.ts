// What is searched for, and what was found. Every key asks at once: an answer takes less time than anybody takes to the
// next key. Stale answers are dropped: only the newest question counts.

import type { FoundPage } from "../bindings/FoundPage";
import * as commands from "./commands";
import { desk } from "./desk.svelte";
import { lists } from "./lists.svelte";

/** How many are shown at once. */
export const pageSize = 25;

const nothing: FoundPage = { rows: [], next: null, total: 0, more: false };

class Search {
  words = $state("");
  page = $state.raw<FoundPage>(nothing);
  /** The words that the page answers. */
  answered = $state("");
  /** Where the pages before this one began. */
  before = $state<(string | null)[]>([]);
  #here: string | null = null;
  #question = 0;
  #answered = 0;

  /** An answer is on its way. */
  get asks(): boolean {
    return this.#answered < this.#question;
  }

  /** The words changed. */
  typed(words: string): void {
    this.words = words;
    void this.ask();
  }

  /** Waits until the rows answer the present words. */
  async settle(): Promise<void> {
    if (this.answered !== this.words.trim()) await this.ask();
  }

  /** Asks for the first page. */
  async ask(): Promise<void> {
    this.before = [];
    await this.#read(null);
  }

  async forward(): Promise<void> {
    this.before = [...this.before, this.#here];
    await this.#read(this.page.next);
  }

  async backward(): Promise<void> {
    const to = this.before[this.before.length - 1] ?? null;
    this.before = this.before.slice(0, -1);
    await this.#read(to);
  }

  clear(): void {
    this.words = "";
    void this.ask();
  }

  async #read(after: string | null): Promise<void> {
    const question = ++this.#question;
    const words = this.words.trim();
    if (words === "") {
      this.#answered = question;
      this.page = nothing;
      this.answered = "";
      return;
    }
    try {
      const page = await commands.find({ ...$state.snapshot(lists.selection), list: "all", words }, after, pageSize);
      if (question !== this.#question) return;
      this.#answered = question;
      this.page = page;
      this.#here = after;
      this.answered = words;
    } catch (thrown) {
      if (question !== this.#question) return;
      this.#answered = question;
      desk.report(thrown);
    }
  }
}

export const search = new Search();
