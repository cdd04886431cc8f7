// The only file that talks to the program around the page. One function a command, nothing else.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { CarriedIn } from "../bindings/CarriedIn";
import type { CarriedOut } from "../bindings/CarriedOut";
import type { CitizenCheck } from "../bindings/CitizenCheck";
import type { CitizenForm } from "../bindings/CitizenForm";
import type { ClerkView } from "../bindings/ClerkView";
import type { ComplaintForm } from "../bindings/ComplaintForm";
import type { ComplaintPage } from "../bindings/ComplaintPage";
import type { ComplaintRow } from "../bindings/ComplaintRow";
import type { ComplaintView } from "../bindings/ComplaintView";
import type { Deed } from "../bindings/Deed";
import type { Draft } from "../bindings/Draft";
import type { ExchangeStatus } from "../bindings/ExchangeStatus";
import type { Filter } from "../bindings/Filter";
import type { LetterKind } from "../bindings/LetterKind";
import type { LetterOffer } from "../bindings/LetterOffer";
import type { MorningView } from "../bindings/MorningView";
import type { NewClerk } from "../bindings/NewClerk";
import type { OfficeChoice } from "../bindings/OfficeChoice";
import type { PaperView } from "../bindings/PaperView";
import type { ProfileView } from "../bindings/ProfileView";
import type { ReceiptCheckView } from "../bindings/ReceiptCheckView";
import type { Registered } from "../bindings/Registered";
import type { Screen } from "../bindings/Screen";
import type { TaskView } from "../bindings/TaskView";
import type { ToTellView } from "../bindings/ToTellView";
import type { WaitingView } from "../bindings/WaitingView";

/** What a command that failed rejects with. */
export interface Failure {
  /** Stable; the page has a text for it. */
  code: string;
  /** For logs; never shown. */
  message: string;
}

/** Whatever was thrown, as a failure with a code. */
export function failureOf(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string") {
    return { code: thrown.code, message: "message" in thrown ? String(thrown.message) : "" };
  }
  return { code: "generic", message: String(thrown) };
}

export const start = (): Promise<Screen> => invoke("start");
export const enrol = (server: string, code: string, passphrase: string | null): Promise<Screen> =>
  invoke("enrol", { server, code, passphrase });
export const unlock = (passphrase: string): Promise<Screen> => invoke("unlock", { passphrase });
export const addClerk = (clerk: NewClerk): Promise<Screen> => invoke("add_clerk", { clerk });
export const signIn = (clerk: string, pin: string): Promise<Screen> => invoke("sign_in", { clerk, pin });
export const lock = (): Promise<Screen> => invoke("lock");

export const profile = (): Promise<ProfileView> => invoke("profile");
export const checkCitizen = (citizen: CitizenForm): Promise<CitizenCheck> => invoke("check_citizen", { citizen });

export const saveDraft = (id: string | null, form: ComplaintForm): Promise<Draft> =>
  invoke("save_draft", { id, form });
export const drafts = (): Promise<Draft[]> => invoke("drafts");
export const discardDraft = (id: string): Promise<void> => invoke("discard_draft", { id });

export const register = (draft: string | null, form: ComplaintForm): Promise<Registered> =>
  invoke("register", { draft, form });
export const complaints = (filter: Filter, after: string | null, limit: number): Promise<ComplaintPage> =>
  invoke("complaints", { filter, after, limit });
export const search = (words: string, limit: number): Promise<ComplaintRow[]> => invoke("search", { words, limit });
export const complaint = (id: string): Promise<ComplaintView> => invoke("complaint", { id });
export const addNote = (id: string, text: string, forCitizen: boolean): Promise<ComplaintView> =>
  invoke("add_note", { id, text, forCitizen });
export const withdraw = (id: string, text: string): Promise<ComplaintView> => invoke("withdraw", { id, text });

export const morning = (): Promise<MorningView> => invoke("morning");
export const toTell = (): Promise<ToTellView[]> => invoke("to_tell");
export const sentToday = (): Promise<WaitingView[]> => invoke("sent_today");
export const otherOffices = (): Promise<OfficeChoice[]> => invoke("other_offices");
export const doDeed = (id: string, deed: Deed): Promise<ComplaintView> => invoke("do_deed", { id, deed });
/** `at` is what `UndoView` names. */
export const undoDeed = (id: string, at: string): Promise<ComplaintView> => invoke("undo_deed", { id, at });

export const correct = (id: string, field: string, value: string): Promise<ComplaintView> =>
  invoke("correct", { id, field, value });
/** `among` are the marks of the values that were seen: one that came in meanwhile stays. */
export const choose = (id: string, field: string, among: readonly string[], value: string): Promise<ComplaintView> =>
  invoke("choose", { id, field, among, value });

export const tasks = (): Promise<TaskView[]> => invoke("tasks");
export const settleTask = (id: string): Promise<TaskView[]> => invoke("settle_task", { id });
/** The id of the draft, where it became one. */
export const doTaskAgain = (id: string): Promise<string | null> => invoke("do_task_again", { id });

/** The file's bytes are the whole message; the rest stands in its headers. */
export const attach = (id: string, name: string, bytes: Uint8Array): Promise<ComplaintView> =>
  invoke("attach", bytes, { headers: { complaint: id, name: encodeURIComponent(name) } });
export const document = (document: string): Promise<ArrayBuffer> => invoke("document", { document });
/** Wants a document that is not on this computer. */
export const fetchDocument = (id: string, document: string): Promise<ComplaintView> =>
  invoke("fetch_document", { id, document });
/** The path that was chosen, or null where the clerk gave up. */
export const saveDocument = (document: string, name: string): Promise<string | null> =>
  invoke("save_document", { document, name });
export const clerks = (): Promise<ClerkView[]> => invoke("clerks");
export const disableClerk = (clerk: string): Promise<Screen> => invoke("disable_clerk", { clerk });

/** `paper`: null is the one that was used last. */
export const receipt = (id: string, language: string | null, paper: string | null): Promise<PaperView> =>
  invoke("receipt", { id, language, paper });
export const receiptPrinted = (id: string, paper: string | null): Promise<void> => invoke("receipt_printed", { id, paper });
/** The path that was chosen, or null where the clerk gave up. */
export const saveReceipt = (id: string, language: string | null, paper: string | null): Promise<string | null> =>
  invoke("save_receipt", { id, language, paper });
/** What a scanner read from a receipt, checked without a line. */
export const checkReceipt = (text: string): Promise<ReceiptCheckView> => invoke("check_receipt", { text });

export const letters = (id: string): Promise<LetterOffer[]> => invoke("letters", { id });
/** `step`: the mark that the offer of the letter bears. */
export const letter = (id: string, kind: LetterKind, step: string, language: string | null, paper: string | null): Promise<PaperView> =>
  invoke("letter", { id, kind, step, language, paper });
export const letterPrinted = (id: string, kind: LetterKind, step: string, paper: string | null): Promise<void> =>
  invoke("letter_printed", { id, kind, step, paper });
/** The path that was chosen, or null where the clerk gave up. */
export const saveLetter = (
  id: string,
  kind: LetterKind,
  step: string,
  language: string | null,
  paper: string | null,
): Promise<string | null> => invoke("save_letter", { id, kind, step, language, paper });
/** The register of a day, 2026-11-24, or the report of a month, 2026-11. */
export const registerPaper = (of: string, language: string): Promise<PaperView> => invoke("register_paper", { of, language });
/** The path that was chosen, or null where the clerk gave up. */
export const saveRegisterPaper = (of: string, language: string): Promise<string | null> =>
  invoke("save_register_paper", { of, language });

export const status = (): Promise<ExchangeStatus> => invoke("status");
export const waiting = (): Promise<WaitingView[]> => invoke("waiting");
export const exchangeNow = (): Promise<void> => invoke("exchange_now");
/** What was written, or null where the clerk gave up. */
export const carryOut = (): Promise<CarriedOut | null> => invoke("carry_out");
/** What the reply brought, or null where the clerk gave up. */
export const carryIn = (): Promise<CarriedIn | null> => invoke("carry_in");

/** Calls back whenever the state of the exchange changes. */
export function onStatus(told: (status: ExchangeStatus) => void): Promise<() => void> {
  return listen<ExchangeStatus>("status", (event) => told(event.payload));
}

/** Calls back with the ids of the complaints that an exchange changed. */
export function onArrived(told: (complaints: string[]) => void): Promise<() => void> {
  return listen<{ complaints: string[] }>("arrived", (event) => told(event.payload.complaints));
}

/** Scales the whole page; 1 is the usual size. */
export const setZoom = (scale: number): Promise<void> => getCurrentWebview().setZoom(scale);
