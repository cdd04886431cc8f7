// When the page has been drawn.

/** No frame comes while nobody sees the window; nothing waits longer than this for one, in milliseconds. */
const unseen_ms = 100;

/** Waits until what stands in the page by now is drawn: work that nobody waits for yet does not hold up the frame. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, unseen_ms);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The frame is drawn behind its callbacks.
      setTimeout(resolve);
    });
  });
}
