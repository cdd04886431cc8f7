// The places of the desk and how they are written in the address' hash.

import type { Filter } from "../bindings/Filter";

export type Place =
  | { page: "morning" }
  | { page: "to-tell"; id: string | null }
  | { page: "sent" }
  | { page: "register"; draft: string | null }
  | { page: "complaints"; filter: Filter }
  | { page: "complaint"; id: string }
  | { page: "receipt"; id: string }
  /** `telling`: on the way of telling that citizen, and back to it. */
  | { page: "letters"; id: string; telling: boolean }
  /** The register of a day, 2026-11-24, the report of a month, 2026-11, or the privacy notice, privacy. */
  | { page: "paper"; of: string; language: string | null }
  | { page: "papers" }
  /** The list that was left for it, or what waits for a decision, as it will be printed. */
  | { page: "print"; tasks: boolean }
  | { page: "search" }
  | { page: "drafts" }
  | { page: "waiting" }
  | { page: "tasks" }
  | { page: "clerks" }
  | { page: "done" }
  | { page: "settings" };

export const filters: readonly Filter[] = ["all", "news", "overdue", "due_today", "due", "owed", "conflicts", "waiting"];

const home: Place = { page: "morning" };

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The place that a hash names; anything else is the morning page. */
export function parse(hash: string): Place {
  const [page, detail = "", more = ""] = hash.replace(/^#\/?/, "").split("/").map(decode);
  switch (page) {
    case "register":
      return { page, draft: detail === "" ? null : detail };
    case "complaints":
      return { page, filter: filters.find((filter) => filter === detail) ?? "all" };
    case "complaint":
    case "receipt":
      return detail === "" ? home : { page, id: detail };
    case "letters":
      return detail === "" ? home : { page, id: detail, telling: more === "tell" };
    case "paper":
      return detail === "" ? { page: "papers" } : { page, of: detail, language: more === "" ? null : more };
    case "print":
      return { page, tasks: detail === "tasks" };
    case "to-tell":
      return { page, id: detail === "" ? null : detail };
    case "sent":
    case "papers":
    case "search":
    case "drafts":
    case "waiting":
    case "tasks":
    case "clerks":
    case "done":
    case "settings":
      return { page };
    default:
      return home;
  }
}

export function format(place: Place): string {
  switch (place.page) {
    case "register":
      return place.draft === null ? "#/register" : `#/register/${encodeURIComponent(place.draft)}`;
    case "to-tell":
      return place.id === null ? "#/to-tell" : `#/to-tell/${encodeURIComponent(place.id)}`;
    case "complaints":
      return `#/complaints/${place.filter}`;
    case "complaint":
    case "receipt":
      return `#/${place.page}/${encodeURIComponent(place.id)}`;
    case "letters":
      return `#/letters/${encodeURIComponent(place.id)}${place.telling ? "/tell" : ""}`;
    case "paper":
      return `#/paper/${encodeURIComponent(place.of)}${place.language === null ? "" : `/${encodeURIComponent(place.language)}`}`;
    case "print":
      return place.tasks ? "#/print/tasks" : "#/print";
    default:
      return `#/${place.page}`;
  }
}
