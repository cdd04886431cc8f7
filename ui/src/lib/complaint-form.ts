// The form of a complaint before it is registered: empty, copied, and what it still lacks.

import type { ComplaintForm } from "../bindings/ComplaintForm";
import type { ContactWay } from "../bindings/ContactWay";

export const kinds = ["complaint", "request", "suggestion"] as const;
export const contactWays: readonly ContactWay[] = ["phone", "sms", "letter", "email", "visit"];

/** What must be there before a complaint can be registered, with the id of its field. */
export type Missing = "category" | "text" | "notice";

export function emptyForm(language: string): ComplaintForm {
  return {
    kind: "complaint",
    category: "",
    institution: "",
    subject: "",
    text: "",
    place: "",
    language,
    citizen: { surname: "", other_names: "", nic: "", phone: "", email: "", address: "", locality: "" },
    contact_by: [],
    notice: "",
    notice_language: "",
  };
}

/** Whether anything was typed or chosen that is worth keeping. */
export function isWorthKeeping(form: ComplaintForm): boolean {
  const typed = [form.category, form.subject, form.text, form.place, form.notice, ...Object.values(form.citizen)];
  return typed.some((value) => value.trim() !== "") || form.contact_by.length > 0;
}

/** What is missing, in the order of the page. */
export function missingIn(form: ComplaintForm): Missing[] {
  const missing: Missing[] = [];
  if (form.category === "") missing.push("category");
  if (form.text.trim() === "") missing.push("text");
  if (form.notice === "") missing.push("notice");
  return missing;
}

/** The name of a citizen as one line, or empty. */
export function nameOf(citizen: { surname: string; other_names: string }): string {
  return [citizen.other_names, citizen.surname].filter((part) => part.trim() !== "").join(" ");
}
