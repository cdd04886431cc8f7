// Deeds that were begun and not saved: everything typed into them outlives a lock, a look elsewhere and a failure, one
// for each clerk and complaint.

import { SvelteMap } from "svelte/reactivity";
import type { DeedName } from "./deeds";

/** What stands in the form of a deed; each deed uses the fields that it asks for. */
export interface UnsavedDeed {
  deed: DeedName;
  text: string;
  forCitizen: boolean;
  what: string;
  until: string;
  to: string;
  stars: number;
  opinion: string;
  reference: string;
  relation: string;
  told: boolean;
}

export function emptyDeed(deed: DeedName): UnsavedDeed {
  const words = { text: "", what: "", until: "", to: "", opinion: "", reference: "", relation: "related" };
  return { deed, ...words, forCitizen: false, stars: 0, told: false };
}

const deeds = new SvelteMap<string, UnsavedDeed>();

const key = (clerk: string, complaint: string): string => `${clerk}/${complaint}`;

export function unsavedDeed(clerk: string, complaint: string): UnsavedDeed | undefined {
  return deeds.get(key(clerk, complaint));
}

export function keepDeed(clerk: string, complaint: string, deed: UnsavedDeed): void {
  deeds.set(key(clerk, complaint), deed);
}

export function dropDeed(clerk: string, complaint: string): void {
  deeds.delete(key(clerk, complaint));
}
