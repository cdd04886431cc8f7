// The places of the desk and how they are written in the address' hash.

import type { Filter } from "../bindings/Filter";

export type Place =
  | { page: "register"; draft: string | null }
  | { page: "complaints"; filter: Filter }
  | { page: "complaint"; id: string }
  | { page: "receipt"; id: string }
  | { page: "letters"; id: string }
  /** The register of a day, 2026-11-24, or the report of a month, 2026-11. */
  | { page: "paper"; of: string }
  | { page: "papers" }
  | { page: "search" }
  | { page: "drafts" }
  | { page: "waiting" }
  | { page: "tasks" }
  | { page: "clerks" };

export const filters: readonly Filter[] = ["all", "news", "due", "waiting"];

const home: Place = { page: "complaints", filter: "all" };

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The place that a hash names; anything else is the list of complaints. */
export function parse(hash: string): Place {
  const [page, detail = ""] = hash.replace(/^#\/?/, "").split("/").map(decode);
  switch (page) {
    case "register":
      return { page, draft: detail === "" ? null : detail };
    case "complaints":
      return { page, filter: filters.find((filter) => filter === detail) ?? "all" };
    case "complaint":
    case "receipt":
    case "letters":
      return detail === "" ? home : { page, id: detail };
    case "paper":
      return detail === "" ? { page: "papers" } : { page, of: detail };
    case "papers":
    case "search":
    case "drafts":
    case "waiting":
    case "tasks":
    case "clerks":
      return { page };
    default:
      return home;
  }
}

export function format(place: Place): string {
  switch (place.page) {
    case "register":
      return place.draft === null ? "#/register" : `#/register/${encodeURIComponent(place.draft)}`;
    case "complaints":
      return `#/complaints/${place.filter}`;
    case "complaint":
    case "receipt":
    case "letters":
      return `#/${place.page}/${encodeURIComponent(place.id)}`;
    case "paper":
      return `#/paper/${encodeURIComponent(place.of)}`;
    default:
      return `#/${place.page}`;
  }
}
