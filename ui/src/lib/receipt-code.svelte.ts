// The text of a receipt's square code that was scanned into the search field, on its way to the page that checks it. It
// stays in memory: an address would keep it.

const begins = /^\s*gc1:/i;

/** Whether a receipt's square code begins like that. */
export function isReceiptCode(text: string): boolean {
  return begins.test(text);
}

class ReceiptCode {
  #text = "";

  /** Leaves a text for the page that checks it. */
  leave(text: string): void {
    this.#text = text;
  }

  /** What was left there, once. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }
}

export const receiptCode = new ReceiptCode();
