// The five-minute tour: steps over the real screens, with the keyboard. It can be left at any step and taken up there.

import { route, type Place } from "./route.svelte";

/** A step: where it is, and what it points at. Its texts are `tour-NAME-title` and `tour-NAME-text`. */
export interface TourStep {
  name: string;
  place: Place | null;
  points: string;
}

const list: Place = { page: "complaints", filter: "all" };

export const steps: readonly TourStep[] = [
  { name: "welcome", place: list, points: "go-complaints" },
  { name: "register", place: { page: "register", draft: null }, points: "go-register" },
  { name: "draft", place: null, points: "go-drafts" },
  { name: "save", place: null, points: "save" },
  { name: "status", place: list, points: "status-line" },
  { name: "search", place: null, points: "search" },
  { name: "settle", place: { page: "tasks" }, points: "go-tasks" },
  { name: "tell", place: { page: "to-tell", id: null }, points: "go-to-tell" },
  { name: "morning", place: { page: "morning" }, points: "go-morning" },
  { name: "done", place: { page: "done" }, points: "go-done" },
  { name: "lock", place: null, points: "lock" },
  { name: "keys", place: list, points: "keys" },
];

const shelf = "guichet.tour";

function kept(): number {
  try {
    const step = Number(localStorage.getItem(shelf) ?? 0);
    return Number.isInteger(step) && step >= 0 && step < steps.length ? step : 0;
  } catch {
    return 0;
  }
}

class Tour {
  /** The step that is shown; null: the tour is not on. */
  step = $state<number | null>(null);
  /** Where it was left; 0: not begun, or ended. */
  left = $state(kept());

  /** Begins, or goes on where it was left. */
  takeUp(): void {
    this.#show(this.left);
  }

  next(): void {
    if (this.step === null) return;
    if (this.step + 1 === steps.length) this.end();
    else this.#show(this.step + 1);
  }

  back(): void {
    if (this.step !== null && this.step > 0) this.#show(this.step - 1);
  }

  /** Stops for now. */
  leave(): void {
    this.step = null;
  }

  end(): void {
    this.step = null;
    this.#keep(0);
  }

  #show(step: number): void {
    this.step = step;
    this.#keep(step);
    const place = steps[step]?.place ?? null;
    if (place !== null) route.go(place);
  }

  #keep(step: number): void {
    this.left = step;
    try {
      localStorage.setItem(shelf, String(step));
    } catch {
      // A full disk keeps nobody from learning: the step holds until the window closes.
    }
  }
}

export const tour = new Tour();
