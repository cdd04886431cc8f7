// A form before anybody has signed in: one deed, its errors at their fields, and the passphrase that is asked for where the
// computer has no keyring.

import { tick } from "svelte";
import type { Screen } from "../bindings/Screen";
import * as commands from "./commands";
import { desk } from "./desk.svelte";
import { tFirst } from "./texts.svelte";

const shortestPassphrase = 12;

export class GateForm {
  own = $state("");
  again = $state("");
  asksOwn = $state(false);
  working = $state(false);
  errors = $state<Record<string, string>>({});
  readonly #fieldOf: Readonly<Record<string, string>>;

  /** `fieldOf`: at which field a failure is told; the others stand above the form. */
  constructor(fieldOf: Readonly<Record<string, string>>) {
    this.#fieldOf = { ...fieldOf, passphrase_short: "own-passphrase" };
  }

  /** The sentence at a field, or above the form for `all`; empty: there is none. */
  readonly error = (field: string): string => {
    const key = this.errors[field];
    return key === undefined ? "" : tFirst([key, "error-generic"]);
  };

  /** Does the deed unless something lacks: the fields, each with the key of its sentence. */
  async submit(event: SubmitEvent, lacking: Record<string, string>, deed: (own: string | null) => Promise<Screen>): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    this.errors = Object.keys(lacking).length > 0 ? lacking : this.#ownLacking();
    if (Object.keys(this.errors).length > 0) return this.#focus(Object.keys(this.errors)[0]);
    this.working = true;
    try {
      await desk.enter(await deed(this.asksOwn ? this.own : null));
    } catch (thrown) {
      await this.#refused(commands.failureOf(thrown).code);
    } finally {
      this.working = false;
    }
  }

  #ownLacking(): Record<string, string> {
    if (!this.asksOwn) return {};
    if (this.own.length < shortestPassphrase) return { "own-passphrase": "error-passphrase_short" };
    return this.own === this.again ? {} : { "own-passphrase-again": "passphrase-differs" };
  }

  async #refused(failure: string): Promise<void> {
    if (failure === "keyring_unavailable" && !this.asksOwn) {
      this.asksOwn = true;
      return this.#focus("own-passphrase");
    }
    const field = this.#fieldOf[failure] ?? "all";
    this.errors = { [field]: `error-${failure}` };
    await this.#focus(field);
  }

  async #focus(field: string | undefined): Promise<void> {
    await tick();
    document.getElementById(field ?? "")?.focus();
  }
}
