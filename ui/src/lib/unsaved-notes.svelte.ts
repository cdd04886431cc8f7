// Notes that were begun and not saved. They outlive a lock and a look elsewhere, one for each clerk and complaint.

import { SvelteMap } from "svelte/reactivity";

export interface UnsavedNote {
  /** Which form it stands in. */
  deed: "note" | "withdraw";
  text: string;
  forCitizen: boolean;
}

const notes = new SvelteMap<string, UnsavedNote>();

const key = (clerk: string, complaint: string): string => `${clerk}/${complaint}`;

export function unsavedNote(clerk: string, complaint: string): UnsavedNote | undefined {
  return notes.get(key(clerk, complaint));
}

export function keepNote(clerk: string, complaint: string, note: UnsavedNote): void {
  notes.set(key(clerk, complaint), note);
}

export function dropNote(clerk: string, complaint: string): void {
  notes.delete(key(clerk, complaint));
}
