// The filters of the lists. They stay while one goes from list to list, searches, locks or closes the window: the store
// keeps what a clerk used last.

import type { ListChoices } from "../bindings/ListChoices";
import type { SelectionForm } from "../bindings/SelectionForm";
import * as commands from "./commands";
import { desk } from "./desk.svelte";
import { everything } from "./selection";

class Lists {
  /** List and words of it count where they are shown alone. */
  selection = $state<SelectionForm>(everything());
  choices = $state<ListChoices | null>(null);
  /** What is to be printed. It stays in memory: words that somebody searched for stand in no address. */
  printed = $state<SelectionForm>(everything());
  #clerk: string | null = null;

  /** Reads the choices of whoever is signed in; their last filters come with them. */
  async read(): Promise<void> {
    const clerk = desk.clerk?.id ?? null;
    this.choices = await commands.listChoices();
    if (clerk === this.#clerk) return;
    this.#clerk = clerk;
    this.printed = everything();
    this.selection = { ...everything(), ...this.choices.last, list: "all", words: "" };
  }

  /** Some filters changed. */
  async change(changed: Partial<SelectionForm>): Promise<void> {
    this.selection = { ...this.selection, ...changed };
    await desk.try(async () => {
      this.choices = await commands.saveView("", $state.snapshot(this.selection));
    });
  }

  async clear(): Promise<void> {
    await this.change(everything());
  }
}

export const lists = new Lists();
