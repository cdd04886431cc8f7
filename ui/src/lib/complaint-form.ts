// The form of a complaint before it is registered: empty, copied, and what it still lacks.

import type { CategoryView } from "../bindings/CategoryView";
import type { CitizenForm } from "../bindings/CitizenForm";
import type { ComplaintForm } from "../bindings/ComplaintForm";
import type { ContactWay } from "../bindings/ContactWay";

export const kinds = ["complaint", "request", "information", "suggestion"] as const;
export const contactWays: readonly ContactWay[] = ["phone", "sms", "letter", "email", "visit"];

/** What must be there before a complaint can be registered, with the id of its field. */
export type Missing = "discretion" | "category" | "text" | "notice";

export function emptyCitizen(): CitizenForm {
  return { surname: "", other_names: "", nic: "", phone: "", email: "", address: "", locality: "" };
}

export function emptyForm(language: string): ComplaintForm {
  return {
    kind: "complaint",
    category: "",
    institution: "",
    subject: "",
    text: "",
    place: "",
    language,
    citizen: emptyCitizen(),
    for_another: false,
    representative: { name: "", phone: "", relation: "" },
    discretion: "",
    point: "",
    linked: null,
    other_matters: [],
    contact_by: [],
    notice: "",
    notice_language: "",
  };
}

/** Whether anything was typed or chosen that is worth keeping. */
export function isWorthKeeping(form: ComplaintForm): boolean {
  const typed = [form.category, form.subject, form.text, form.place, form.point, form.notice, ...Object.values(form.citizen), ...Object.values(form.representative)];
  return typed.some((value) => value.trim() !== "") || form.contact_by.length > 0;
}

/** Whether the matter can be brought in with the discretion that was chosen. */
export function isOffered(discretion: string, category: CategoryView | undefined): boolean {
  return discretion === "" || discretion === "open" || category === undefined || category.discretion.includes(discretion);
}

/** What a name that was typed to find somebody is, of somebody new. */
export function someoneNew(words: string): Partial<CitizenForm> {
  const typed = words.trim();
  const digits = typed.replace(/\D/g, "").length;
  if (/^[A-Za-z]\d{2,}/.test(typed.replace(/[\s-]/g, ""))) return { nic: typed };
  if (digits >= 5 || /^[+\d]/.test(typed)) return { phone: typed };
  const parts = typed.split(/\s+/);
  const surname = parts.pop() ?? "";
  return parts.length === 0 ? { surname } : { surname, other_names: parts.join(" ") };
}

/** What is missing, in the order of the page. */
export function missingIn(form: ComplaintForm, category?: CategoryView): Missing[] {
  const missing: Missing[] = [];
  if (!isOffered(form.discretion, category)) missing.push("discretion");
  if (form.category === "") missing.push("category");
  if (form.text.trim() === "") missing.push("text");
  if (form.notice === "") missing.push("notice");
  return missing;
}

/** The name of a citizen as one line, or empty. */
export function nameOf(citizen: { surname: string; other_names: string }): string {
  return [citizen.other_names, citizen.surname].filter((part) => part.trim() !== "").join(" ");
}
