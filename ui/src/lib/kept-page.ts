// A page that is put away while the desk is locked, and brought back as it was: what was typed, open dialogs, how far it
// was scrolled, where the keyboard was. Meanwhile nothing of it stands in the window.

/** A page that is put away. */
export interface KeptPage {
  holder: HTMLElement;
  dialogs: HTMLDialogElement[];
  scrolled: { element: Element; top: number; left: number }[];
  focus: HTMLElement | null;
}

/** Something that was typed and stands in no draft. */
export interface LeftText {
  label: string;
  text: string;
}

let focusBefore: HTMLElement | null = null;
const typed = new WeakSet<Element>();

/** Notes where the keyboard is: before another screen takes it. */
export function rememberFocus(): void {
  focusBefore = document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

/** Notes that something was typed there. */
export function noteTyped(event: Event): void {
  if (event.target instanceof Element) typed.add(event.target);
}

/** Takes everything out of the frame and out of the window. */
export function putAway(frame: HTMLElement): KeptPage {
  const scrolled = [...frame.querySelectorAll("*")]
    .filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  const dialogs = [...frame.querySelectorAll<HTMLDialogElement>("dialog[open]")];
  const focus = focusBefore !== null && frame.contains(focusBefore) ? focusBefore : null;
  const holder = document.createElement("div");
  holder.append(...frame.childNodes);
  return { holder, dialogs, scrolled, focus };
}

/** Puts everything back into the frame. */
export function bringBack(frame: HTMLElement, kept: KeptPage): void {
  frame.append(...kept.holder.childNodes);
  for (const dialog of kept.dialogs) {
    // Taken out of the window it is open and nothing more: it is shown above the page once more.
    dialog.removeAttribute("open");
    dialog.showModal();
  }
  for (const { element, top, left } of kept.scrolled) element.scrollTo(left, top);
  kept.focus?.focus({ preventScroll: true });
}

/** What was typed on a page and stands neither in a draft nor among the notes that are kept. */
export function leftOn(kept: KeptPage): LeftText[] {
  const fields = kept.holder.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input");
  return [...fields]
    .filter((field) => typed.has(field) && field.value.trim() !== "" && field.type !== "password")
    .filter((field) => !["radio", "checkbox", "file"].includes(field.type))
    .filter((field) => field.id !== "search" && field.closest("[data-testid=register-form], .sheet__foot") === null)
    .map((field) => ({ label: labelOf(kept.holder, field), text: field.value }));
}

function labelOf(holder: HTMLElement, field: HTMLElement): string {
  const label = [...holder.querySelectorAll("label")].find((other) => other.htmlFor === field.id);
  return label?.textContent?.trim() ?? field.getAttribute("aria-label") ?? "";
}
