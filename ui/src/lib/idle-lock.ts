// When the desk locks itself: after so many minutes without a touch. The clock is handed in, so that nobody has to wait
// for it in a test, and a clock that is set back does not lock anybody out.

/** What counts as a touch. A page that changes by itself does not. */
export const touches = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] as const;

export class IdleLock {
  #last: number;

  constructor(private readonly now: () => number) {
    this.#last = now();
  }

  /** Somebody is there. */
  touched(): void {
    this.#last = this.now();
  }

  /** Whether nobody has been there for so many minutes. */
  isDue(minutes: number): boolean {
    const now = this.now();
    if (now < this.#last) this.#last = now;
    return now - this.#last >= minutes * 60_000;
  }
}
