// What is read out to a citizen: in the citizen's own language, from templates, with the words that were written to
// them in between as they are. Pure; dates are said in that language.

import type { HistoryStep } from "../bindings/HistoryStep";
import type { ToTellView } from "../bindings/ToTellView";
import { calendarDay, fullDate, saidMoment } from "./dates";
import { format, hasText } from "./fluent";
import type { Language } from "./languages";

/** A paragraph; `quote`: it was written by somebody and may be in another language. */
export interface Paragraph {
  text: string;
  quote: boolean;
}

export interface Speaker {
  /** Whoever reads it out. */
  clerk: string;
  /** The office's name. */
  office: string;
  /** The name of an institution by its code. */
  institution: (code: string) => string;
  now: Date;
}

const say = (text: string): Paragraph => ({ text, quote: false });

export function script(language: Language, one: ToTellView, by: Speaker): Paragraph[] {
  const t = (key: string, values: Record<string, string> = {}): Paragraph => say(format(language, key, values));
  const name = one.row.citizen;
  const hello = one.telling.way === "phone" ? "script-hello-phone" : "script-hello";
  return [
    name === "" ? t(`${hello}-unnamed`, { clerk: by.clerk, office: by.office }) : t(hello, { name, clerk: by.clerk, office: by.office }),
    t("script-matter", { when: saidMoment(language, one.row.recorded_at, by.now), subject: one.row.subject.replace(/[.\s]+$/u, "") }),
    ...one.telling.moved.flatMap((told) => moved(language, told, one, by)),
    t("script-end", { reference: one.row.reference }),
  ];
}

function moved(language: Language, told: HistoryStep, one: ToTellView, by: Speaker): Paragraph[] {
  const t = (key: string, values: Record<string, string> = {}): Paragraph => say(format(language, key, values));
  const quoted = (text: string): Paragraph[] => (text.trim() === "" ? [] : [{ text, quote: true }]);
  const step = told.step;
  const who = ["office", "centre", "citizen", "automatic"].includes(told.place) ? "" : by.institution(told.place);
  switch (step.what) {
    case "answered": {
      const key = step.definitive ? "script-answered-final" : "script-answered-interim";
      return [who === "" ? t(`${key}-us`) : t(key, { institution: who }), ...quoted(step.text)];
    }
    case "document_requested": {
      const day = step.until === null ? null : calendarDay(step.until);
      const first = t("script-document", { document: step.text });
      return day === null ? [first] : [first, t("script-document-until", { day: fullDate(language, day, by.now) })];
    }
    case "status_changed": {
      const key = `script-status-${step.to}`;
      // That documents are waited for is said by the request for them.
      const asked = one.telling.moved.some((other) => other.step.what === "document_requested");
      if (step.to === "waiting_documents" && asked) return quoted(step.text);
      return hasText(key) ? [t(key), ...quoted(step.text)] : quoted(step.text);
    }
    case "noted":
      return quoted(step.text);
    default:
      return [];
  }
}

/** What moved, in a few words, for the list: the weightiest of it. */
export function inShort(one: ToTellView): { key: string; values: Record<string, string> } {
  const steps = one.telling.moved.map((told) => told.step);
  for (const to of ["closed", "resolved"]) {
    if (steps.some((step) => step.what === "status_changed" && step.to === to)) return { key: `told-short-${to}`, values: {} };
  }
  const answer = steps.findLast((step) => step.what === "answered");
  if (answer !== undefined && "definitive" in answer) return { key: answer.definitive ? "told-short-final" : "told-short-interim", values: {} };
  const asked = steps.findLast((step) => step.what === "document_requested");
  if (asked !== undefined && "text" in asked) return { key: "told-short-document", values: { document: asked.text } };
  return { key: steps.some((step) => step.what === "status_changed") ? "told-short-waits" : "told-short-note", values: {} };
}
