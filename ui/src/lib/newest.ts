// Something that is read again and again, and that deeds bring along with their answers. Answers may overtake each other:
// one that was asked for before the newest is dropped, since it would show what was true before a deed.

export class Newest<T> {
  #asked = 0;
  #open = 0;
  readonly #ask: () => Promise<T>;
  readonly #show: (value: T) => void;

  constructor(ask: () => Promise<T>, show: (value: T) => void) {
    this.#ask = ask;
    this.#show = show;
  }

  /** Reads it, and shows it unless it was asked for anew meanwhile. */
  async read(): Promise<void> {
    const mine = ++this.#asked;
    this.#open += 1;
    try {
      const value = await this.#ask();
      if (mine === this.#asked) this.#show(value);
    } finally {
      this.#open -= 1;
    }
  }

  /** A deed's answer holds it as it is after the deed. What is still being read may be older, and is read again. */
  async take(value: T): Promise<void> {
    this.#show(value);
    if (this.#open > 0) await this.read();
  }
}
