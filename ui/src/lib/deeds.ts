// The deeds on a complaint as forms: which fields each one asks for, what is handed in, and where an error belongs.

import type { ComplaintView } from "../bindings/ComplaintView";
import type { Deed } from "../bindings/Deed";
import type { UnsavedDeed } from "./unsaved-deeds.svelte";

/** The words of the deeds that are written down at the foot of a complaint. */
export type DeedName = Exclude<Deed["deed"], "tell"> | "note" | "withdraw";

export type FieldName = "what" | "until" | "to" | "reference" | "relation" | "stars" | "opinion" | "text" | "told" | "forCitizen";

/** The fields of each deed, in the order in which they are asked for. */
const fields: Readonly<Record<DeedName, readonly FieldName[]>> = {
  note: ["text", "forCitizen"],
  ask_for_document: ["what", "until", "told"],
  document_brought: ["text"],
  resolve: ["text", "told"],
  thank: ["text", "told"],
  pass_on: ["to", "text"],
  hand_over: ["to", "text"],
  escalate: ["to", "text"],
  reopen: ["text"],
  close: ["stars", "opinion", "text", "told"],
  rate: ["stars", "text"],
  link: ["reference", "relation"],
  withdraw: ["text"],
};

export const relations = ["same", "related", "continues"] as const;

export function isDeed(word: string): word is DeedName {
  return word in fields;
}

export function fieldsOf(deed: DeedName): readonly FieldName[] {
  return fields[deed];
}

/** Whether its words may be left out. */
export function isOptional(deed: DeedName, field: FieldName): boolean {
  if (field === "until" || field === "opinion") return true;
  if (field === "stars") return deed === "close";
  if (field === "to") return deed === "escalate";
  return field === "text" && ["document_brought", "pass_on", "hand_over", "close", "rate", "withdraw"].includes(deed);
}

/** What is handed in; notes and withdrawals have commands of their own. */
export function handedIn(typed: UnsavedDeed): Deed | null {
  const { text, told, to, stars } = typed;
  switch (typed.deed) {
    case "ask_for_document":
      return { deed: typed.deed, what: typed.what, until: typed.until, told };
    case "document_brought":
    case "reopen":
      return { deed: typed.deed, text };
    case "resolve":
    case "thank":
      return { deed: typed.deed, text, told };
    case "pass_on":
    case "hand_over":
    case "escalate":
      return { deed: typed.deed, to, text };
    case "close":
      return { deed: typed.deed, text, stars, opinion: typed.opinion, told };
    case "rate":
      return { deed: typed.deed, stars, text };
    case "link":
      return { deed: typed.deed, reference: typed.reference, relation: typed.relation };
    default:
      return null;
  }
}

const places: Readonly<Record<string, FieldName>> = {
  document_missing: "what",
  until_wrong: "until",
  words_missing: "text",
  text_missing: "text",
  text_too_long: "text",
  institution_missing: "to",
  office_missing: "to",
  other_missing: "reference",
  relation_missing: "relation",
  stars_missing: "stars",
};

/** The field that an error belongs to; none: it belongs to the deed as a whole. */
export function fieldOf(code: string, deed: DeedName): FieldName | null {
  const field = places[code];
  return field !== undefined && fields[deed].includes(field) ? field : null;
}

/** Whether anything was typed that is worth asking about before it is thrown away. */
export function isWorthKeeping(typed: UnsavedDeed): boolean {
  return [typed.text, typed.what, typed.opinion, typed.reference].some((words) => words.trim() !== "");
}

/** How many deeds stand at the foot; the others are in the menu. */
const atTheFoot = 3;

/** What a profile may keep from those who learn, by the deed's word. */
const keptFromSome: Readonly<Record<string, string>> = {
  resolve: "resolve",
  thank: "resolve",
  close: "resolve",
  reopen: "resolve",
  pass_on: "pass_on",
  hand_over: "pass_on",
  escalate: "pass_on",
  withdraw: "withdraw",
};

/** The deeds that a complaint offers: the main one, those beside it, and those of the menu. `may`: what this clerk may. */
export function arranged(view: ComplaintView, may: (deed: string) => boolean = () => true): { foot: readonly string[]; menu: readonly string[] } {
  const offered = view.deeds.filter((deed) => may(keptFromSome[deed] ?? deed));
  return { foot: offered.slice(0, atTheFoot), menu: offered.slice(atTheFoot) };
}
