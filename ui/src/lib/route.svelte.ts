// Which place of the desk is shown. Kept in the address' hash, so that a lock, a reload or Alt+Left find it again.
// No citizen's data stands in it: what is searched for stays in memory.

import type { Filter } from "../bindings/Filter";
import { format, parse, type Place } from "./places";

export type { Place } from "./places";

class Route {
  place = $state<Place>(parse(location.hash));
  /** Counts visits, so that going to the same place again shows it anew. */
  visit = $state(0);

  /** The draft that a new form became after it was left; going back to that form finds it. */
  #begun: string | null = null;
  #fresh = false;

  constructor() {
    addEventListener("hashchange", () => this.#arrive());
  }

  go(place: Place): void {
    this.#fresh = true;
    const hash = format(place);
    if (location.hash === hash) this.#arrive();
    else location.hash = hash;
  }

  /** Where somebody was, as an address; nothing: the first page. */
  goBack(hash: string | undefined): void {
    this.go(parse(hash ?? ""));
  }

  /** Writes down where we are without leaving: a draft has got its id. */
  rename(place: Place): void {
    history.replaceState(null, "", format(place));
  }

  /** A new form was kept as this draft: where one is still on it, the address says so; else going back does. */
  became(draft: string, left: boolean): void {
    if (left) this.#begun = draft;
    else this.rename({ page: "register", draft });
  }

  /** Reads the address again, after a lock for example. */
  refresh(): void {
    this.#arrive();
  }

  list(filter: Filter): void {
    this.go({ page: "complaints", filter });
  }

  #arrive(): void {
    const place = parse(location.hash);
    if (place.page === "register" && place.draft === null && !this.#fresh && this.#begun !== null) {
      place.draft = this.#begun;
      this.rename(place);
    }
    if (place.page === "register") this.#begun = null;
    this.#fresh = false;
    this.place = place;
    this.visit += 1;
  }
}

export const route = new Route();
