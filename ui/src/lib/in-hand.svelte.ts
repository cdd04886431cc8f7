// Pages that a clerk has chosen and not kept yet, each with what is wished of it. They outlive a lock and a change of
// place, since the program holds the files themselves until they are kept or put down.

import type { ComplaintView } from "../bindings/ComplaintView";
import type { InHand } from "../bindings/InHand";
import type { Weight } from "../bindings/Weight";
import * as commands from "./commands";
import { pageNames, turnFrame, uncut, type Cut } from "./cutting";

/** A page in hand. */
export class PageInHand {
  readonly held: InHand;
  readonly complaint: string;
  name = $state("");
  turns = $state(0);
  cut = $state<Cut>(uncut);
  colour = $state(false);
  /** A picture of it, as a URL of this page; null until it is there. */
  picture = $state<string | null>(null);
  weight = $state<Weight | null>(null);
  /** The code of what went wrong. */
  failure = $state<string | null>(null);
  #weighing = 0;

  constructor(complaint: string, held: InHand, name: string) {
    this.complaint = complaint;
    this.held = held;
    this.name = name;
  }

  get wish(): { turns: number; cut: [number, number, number, number]; colour: boolean } {
    return { turns: this.turns, cut: [...this.cut], colour: this.colour };
  }

  /** A quarter turn clockwise. */
  turn(): void {
    this.turns = (this.turns + 1) % 4;
    this.cut = turnFrame(this.cut);
  }

  /** Asks what it looks like. */
  async show(): Promise<void> {
    if (this.picture !== null) return;
    try {
      this.picture = URL.createObjectURL(new Blob([await commands.handPicture(this.held.id)], { type: "image/jpeg" }));
    } catch (thrown) {
      this.failure = commands.failureOf(thrown).code;
    }
  }

  /** Asks what it costs as it is wished now. The last question counts, whichever answer comes first. */
  async weigh(): Promise<void> {
    const asked = (this.#weighing += 1);
    try {
      const weight = await commands.weigh(this.held.id, this.wish);
      if (asked === this.#weighing) this.weight = weight;
    } catch (thrown) {
      if (asked === this.#weighing) this.failure = commands.failureOf(thrown).code;
    }
  }

  forget(): void {
    if (this.picture !== null) URL.revokeObjectURL(this.picture);
    this.picture = null;
  }
}

class Hand {
  pages = $state<PageInHand[]>([]);

  /** The pages that are meant for a complaint. */
  of(complaint: string): PageInHand[] {
    return this.pages.filter((page) => page.complaint === complaint);
  }

  add(complaint: string, held: readonly InHand[], name: string): void {
    const names = pageNames(name, held.length);
    this.pages = [...this.pages, ...held.map((one, at) => new PageInHand(complaint, one, names[at] ?? name))];
  }

  /** Keeps one; it is in hand no more. Throws where it is not kept, and then it still is. */
  async keep(page: PageInHand, name: string): Promise<ComplaintView> {
    const view = await commands.keepInHand(page.held.id, page.complaint, name, page.wish);
    this.#drop(page);
    return view;
  }

  async putDown(page: PageInHand): Promise<void> {
    await commands.putDown(page.held.id);
    this.#drop(page);
  }

  #drop(page: PageInHand): void {
    page.forget();
    this.pages = this.pages.filter((other) => other !== page);
  }
}

export const hand = new Hand();
