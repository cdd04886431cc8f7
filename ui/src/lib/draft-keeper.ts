// Keeps what is typed: each change reaches the store at most half a second later, in order, and never after the form
// was registered or thrown away.

import type { ComplaintForm } from "../bindings/ComplaintForm";
import type { Draft } from "../bindings/Draft";

/** How long the keeper waits for the next key before it keeps, in milliseconds. */
const pause_ms = 350;
/** The longest that anything typed may stay unkept while typing goes on, in milliseconds. */
const patience_ms = 450;

export type SaveDraft = (id: string | null, form: ComplaintForm) => Promise<Draft>;

/** What the page shows of the keeper. */
export interface KeeperNews {
  /** Called after each keeping. */
  kept: (draft: Draft) => void;
  /** Called when it could not be kept; the next change tries again. */
  failed: (thrown: unknown) => void;
}

export class DraftKeeper {
  #id: string | null;
  #pending: ComplaintForm | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #pendingSince = 0;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(
    id: string | null,
    private readonly save: SaveDraft,
    private readonly news: KeeperNews,
  ) {
    this.#id = id;
    keepers.add(this);
  }

  /** The draft's id, once it has one. */
  get id(): string | null {
    return this.#id;
  }

  /** Something was typed. `form` must be a copy that changes no more. */
  changed(form: ComplaintForm): void {
    if (this.#closed) return;
    const now = Date.now();
    if (this.#pending === null) this.#pendingSince = now;
    this.#pending = form;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const left = patience_ms - (now - this.#pendingSince);
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(pause_ms, left)));
  }

  /** Keeps what is not kept yet, and waits until it is. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#running !== null || this.#pending !== null) {
      if (this.#running === null && this.#pending !== null) {
        this.#running = this.#keep(this.#pending);
        this.#pending = null;
      }
      await this.#running;
    }
  }

  /** Stops; what waits to be kept is dropped, what is on its way is awaited. For registering and throwing away. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#pending = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    keepers.delete(this);
    await this.#running;
  }

  /** The draft is no longer there: the next keeping makes a new one. */
  beginAnew(): void {
    this.#id = null;
  }

  /** Takes up work again after a registration that failed. */
  reopen(): void {
    this.#closed = false;
    keepers.add(this);
  }

  /** Keeps what is left and stops: the page is being left. */
  async leave(): Promise<void> {
    await this.flush();
    await this.close();
  }

  async #keep(form: ComplaintForm): Promise<void> {
    try {
      const draft = await this.save(this.#id, form);
      this.#id = draft.id;
      this.news.kept(draft);
    } catch (thrown) {
      this.news.failed(thrown);
    } finally {
      this.#running = null;
    }
  }
}

const keepers = new Set<DraftKeeper>();

/** Keeps everything that any open form holds: before a lock. */
export async function keepEverything(): Promise<void> {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
}
