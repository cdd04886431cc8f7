// What was looked for, marked in a text. Written by hand rather than by a component for each piece: a list of what was
// found has a hundred of these texts, and each key changes them all.

import type { Attachment } from "svelte/attachments";
import { highlight } from "./fold";

/** The text of an element, with the words marked in it. */
export function marked(text: string, words: readonly string[]): Attachment<HTMLElement> {
  return (element) => {
    element.replaceChildren(
      ...highlight(text, words).map((piece) => {
        if (!piece.found) return piece.text;
        const mark = document.createElement("mark");
        mark.textContent = piece.text;
        return mark;
      }),
    );
  };
}
