// The only file that talks to the program around the page. One function a command, nothing else.

import { invoke as ask, type InvokeArgs, type InvokeOptions } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { AboutView } from "../bindings/AboutView";
import type { BackupView } from "../bindings/BackupView";
import type { CarriedIn } from "../bindings/CarriedIn";
import type { CarriedOut } from "../bindings/CarriedOut";
import type { CitizenCheck } from "../bindings/CitizenCheck";
import type { CitizenForm } from "../bindings/CitizenForm";
import type { ClerkView } from "../bindings/ClerkView";
import type { ComplaintForm } from "../bindings/ComplaintForm";
import type { ComplaintPage } from "../bindings/ComplaintPage";
import type { ComplaintView } from "../bindings/ComplaintView";
import type { Deed } from "../bindings/Deed";
import type { DoneView } from "../bindings/DoneView";
import type { Draft } from "../bindings/Draft";
import type { ExchangeStatus } from "../bindings/ExchangeStatus";
import type { Filter } from "../bindings/Filter";
import type { FoundPage } from "../bindings/FoundPage";
import type { InHand } from "../bindings/InHand";
import type { KnownCitizen } from "../bindings/KnownCitizen";
import type { LetterKind } from "../bindings/LetterKind";
import type { LetterOffer } from "../bindings/LetterOffer";
import type { ListChoices } from "../bindings/ListChoices";
import type { MorningView } from "../bindings/MorningView";
import type { NewClerk } from "../bindings/NewClerk";
import type { OfficeChoice } from "../bindings/OfficeChoice";
import type { PaperView } from "../bindings/PaperView";
import type { PictureWish } from "../bindings/PictureWish";
import type { PointView } from "../bindings/PointView";
import type { PolicyView } from "../bindings/PolicyView";
import type { PrintJob } from "../bindings/PrintJob";
import type { PrintOutcome } from "../bindings/PrintOutcome";
import type { ProfileView } from "../bindings/ProfileView";
import type { ReceiptCheckView } from "../bindings/ReceiptCheckView";
import type { Registered } from "../bindings/Registered";
import type { ScannerView } from "../bindings/ScannerView";
import type { Screen } from "../bindings/Screen";
import type { SelectionForm } from "../bindings/SelectionForm";
import type { SettingsForm } from "../bindings/SettingsForm";
import type { SettingsView } from "../bindings/SettingsView";
import type { DifferingView } from "../bindings/DifferingView";
import type { TaskView } from "../bindings/TaskView";
import type { ToTellView } from "../bindings/ToTellView";
import type { TwinView } from "../bindings/TwinView";
import type { WaitingView } from "../bindings/WaitingView";
import type { Weight } from "../bindings/Weight";

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

/** What is asked while the desk is locked; everything else waits for whoever sat there. */
const atTheDoor: ReadonlySet<string> = new Set([
  "start", "enrol", "unlock", "add_clerk", "sign_in", "lock", "profile", "status",
  "enter_sample", "leave_sample", "reset_sample", "choose_backup", "restore", "choose_office_file", "enrol_from_file",
  "opened_file",
]);

let opened: Promise<void> = Promise.resolve();
let open: (() => void) | null = null;

/** From now on what a page wants is held back: the page of a locked desk is kept, and does nothing. */
export function holdBack(): void {
  if (open === null) opened = new Promise((resolve) => (open = resolve));
}

/** Whoever sat there is back: what was held back goes on. */
export function letGo(): void {
  open?.();
  open = null;
}

/** Somebody else sits there: what was held back is never asked, least of all under another's name. */
export function forget(): void {
  opened = Promise.resolve();
  open = null;
}

async function invoke<T>(command: string, args?: InvokeArgs, options?: InvokeOptions): Promise<T> {
  if (!atTheDoor.has(command)) await opened;
  return ask<T>(command, args, options);
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
export const find = (selection: SelectionForm, after: string | null, limit: number): Promise<FoundPage> =>
  invoke("find", { selection, after, limit });
export const listChoices = (): Promise<ListChoices> => invoke("list_choices");
/** An empty name keeps the filters that were used last. */
export const saveView = (name: string, selection: SelectionForm): Promise<ListChoices> =>
  invoke("save_view", { name, selection });
export const deleteView = (name: string): Promise<ListChoices> => invoke("delete_view", { name });
/** The path that was chosen and how many complaints are in the table, or null where the clerk gave up. */
export const exportList = (selection: SelectionForm, format: string, language: string): Promise<[string, number] | null> =>
  invoke("export_list", { selection, format, language });
export const findCitizens = (words: string): Promise<KnownCitizen[]> => invoke("find_citizens", { words });
export const twinsOfForm = (form: ComplaintForm): Promise<TwinView[]> => invoke("twins_of_form", { form });
export const twinsOf = (id: string): Promise<TwinView[]> => invoke("twins_of", { id });
export const sayOtherMatter = (id: string, other: string): Promise<TwinView[]> =>
  invoke("say_other_matter", { id, other });
export const addToTwin = (id: string, draft: string | null, form: ComplaintForm): Promise<ComplaintView> =>
  invoke("add_to_twin", { id, draft, form });
export const readPoint = (typed: string): Promise<PointView | null> => invoke("read_point", { typed });
export const complaint = (id: string): Promise<ComplaintView> => invoke("complaint", { id });
export const addNote = (id: string, text: string, forCitizen: boolean): Promise<ComplaintView> =>
  invoke("add_note", { id, text, forCitizen });
export const withdraw = (id: string, text: string): Promise<ComplaintView> => invoke("withdraw", { id, text });

export const morning = (): Promise<MorningView> => invoke("morning");
export const toTell = (): Promise<ToTellView[]> => invoke("to_tell");
export const sentToday = (): Promise<WaitingView[]> => invoke("sent_today");
/** Counted up to a thousand. */
export const countSentToday = (): Promise<number> => invoke("count_sent_today");
export const otherOffices = (): Promise<OfficeChoice[]> => invoke("other_offices");
export const doDeed = (id: string, deed: Deed): Promise<ComplaintView> => invoke("do_deed", { id, deed });
/** `at` is what `UndoView` names. */
export const undoDeed = (id: string, at: string): Promise<ComplaintView> => invoke("undo_deed", { id, at });

export const correct = (id: string, field: string, value: string): Promise<ComplaintView> =>
  invoke("correct", { id, field, value });
/** `among` are the marks of the values that were seen: one that came in meanwhile stays. */
export const choose = (id: string, field: string, among: readonly string[], value: string): Promise<ComplaintView> =>
  invoke("choose", { id, field, among, value });

export const differing = (): Promise<DifferingView[]> => invoke("differing");
export const tasks = (): Promise<TaskView[]> => invoke("tasks");
export const settleTask = (id: string): Promise<TaskView[]> => invoke("settle_task", { id });
/** The id of the draft, where it became one. */
export const doTaskAgain = (id: string): Promise<string | null> => invoke("do_task_again", { id });

/** Takes a file in hand: the bytes are the whole message. */
export const takeFile = (bytes: Uint8Array): Promise<InHand[]> => invoke("take_file", bytes);
/** Takes the picture in the system's clipboard in hand, where the web view has not handed it to the page; nothing: there is none. */
export const takePasted = (): Promise<InHand[]> => invoke("take_pasted");
/** Takes a file of the scanner's folder in hand. */
export const takeScan = (name: string): Promise<InHand[]> => invoke("take_scan", { name });
export const handPicture = (id: string): Promise<ArrayBuffer> => invoke("hand_picture", { id });
export const weigh = (id: string, wish: PictureWish): Promise<Weight> => invoke("weigh", { id, wish });
export const keepInHand = (id: string, complaint: string, name: string, wish: PictureWish): Promise<ComplaintView> =>
  invoke("keep_in_hand", { id, complaint, name, wish });
export const putDown = (id: string): Promise<void> => invoke("put_down", { id });
export const scans = (): Promise<ScannerView> => invoke("scans");
export const leaveScan = (name: string, leave: boolean): Promise<ScannerView> => invoke("leave_scan", { name, leave });
export const deleteScan = (name: string): Promise<ScannerView> => invoke("delete_scan", { name });
/** What is in the folder that was chosen, or null where the clerk gave up. */
export const nameScannerFolder = (): Promise<ScannerView | null> => invoke("name_scanner_folder");
export const documentPages = (document: string): Promise<number> => invoke("document_pages", { document });
/** A page, from 0, as JPEG with that many pixels on its longer side. */
export const documentPage = (document: string, page: number, longest: number): Promise<ArrayBuffer> =>
  invoke("document_page", { document, page, longest });
export const document = (document: string): Promise<ArrayBuffer> => invoke("document", { document });
/** Wants a document that is not on this computer. */
export const fetchDocument = (id: string, document: string): Promise<ComplaintView> =>
  invoke("fetch_document", { id, document });
/** The path that was chosen, or null where the clerk gave up. */
export const saveDocument = (document: string, name: string): Promise<string | null> =>
  invoke("save_document", { document, name });
export const clerks = (): Promise<ClerkView[]> => invoke("clerks");
export const disableClerk = (clerk: string): Promise<Screen> => invoke("disable_clerk", { clerk });

export const changeRole = (clerk: string, role: string): Promise<ClerkView[]> => invoke("change_role", { clerk, role });
export const resetPin = (clerk: string, pin: string): Promise<void> => invoke("reset_pin", { clerk, pin });
export const changeOwnPin = (old: string, pin: string): Promise<void> => invoke("change_own_pin", { old, new: pin });
/** What a clerk did on a day; null: oneself, today. */
export const done = (clerk: string | null, day: string | null): Promise<DoneView[]> => invoke("done", { clerk, day });

export const policy = (): Promise<PolicyView> => invoke("policy");
export const settings = (): Promise<SettingsView> => invoke("settings");
export const changeSettings = (form: SettingsForm): Promise<SettingsView> => invoke("change_settings", { form });
export const checkNow = (): Promise<AboutView> => invoke("check_now");
/** The folder that was chosen, or null where the clerk gave up. */
export const chooseFolder = (): Promise<string | null> => invoke("choose_folder");
/** The backup that was chosen, or null where the clerk gave up. */
export const chooseOfficeFile = (): Promise<string | null> => invoke("choose_office_file");
export const enrolFromFile = (file: string, code: string, ownPassphrase: string | null): Promise<Screen> =>
  invoke("enrol_from_file", { file, code, ownPassphrase });
export const chooseBackup = (): Promise<string | null> => invoke("choose_backup");
export const setUpBackup = (place: string, passphrase: string): Promise<BackupView> =>
  invoke("set_up_backup", { place, passphrase });
export const moveBackup = (place: string, keep: number): Promise<BackupView> => invoke("move_backup", { place, keep });
export const backUp = (): Promise<BackupView> => invoke("back_up");
/** `ownPassphrase` where this computer has no keyring. */
export const restore = (file: string, passphrase: string, ownPassphrase: string | null): Promise<Screen> =>
  invoke("restore", { file, passphrase, ownPassphrase });
/** The path that was chosen, or null where the clerk gave up. */
export const writeDiagnostics = (): Promise<string | null> => invoke("write_diagnostics");

export const enterSample = (): Promise<Screen> => invoke("enter_sample");
export const leaveSample = (): Promise<Screen> => invoke("leave_sample");
export const resetSample = (): Promise<Screen> => invoke("reset_sample");

/** `paper`: null is the one of this computer. */
export const receipt = (id: string, language: string | null, paper: string | null): Promise<PaperView> =>
  invoke("receipt", { id, language, paper });
export const receiptPrinted = (id: string): Promise<void> => invoke("receipt_printed", { id });
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
/** The register of a day, 2026-11-24, the report of a month, 2026-11, or the privacy notice, privacy. */
export const registerPaper = (of: string, language: string): Promise<PaperView> => invoke("register_paper", { of, language });
/** The path that was chosen, or null where the clerk gave up. */
export const saveRegisterPaper = (of: string, language: string): Promise<string | null> =>
  invoke("save_register_paper", { of, language });

/** Prints on the printer that was chosen for that paper; otherwise says that the page is to ask, or that there is none. */
export const printPaper = (job: PrintJob): Promise<PrintOutcome> => invoke("print_paper", { job });

/** A list; null: what waits for a decision. */
export const listPaper = (of: SelectionForm | null, language: string): Promise<PaperView> => invoke("list_paper", { of, language });
export const listPrinted = (of: SelectionForm | null): Promise<void> => invoke("list_printed", { of });
/** The path that was chosen, or null where the clerk gave up. */
export const saveListPaper = (of: SelectionForm | null, language: string): Promise<string | null> => invoke("save_list_paper", { of, language });

export const status = (): Promise<ExchangeStatus> => invoke("status");
export const waiting = (): Promise<WaitingView[]> => invoke("waiting");
export const exchangeNow = (): Promise<void> => invoke("exchange_now");
/** What was written, or null where the clerk gave up. */
export const carryOut = (): Promise<CarriedOut | null> => invoke("carry_out");
/** What the reply brought, or null where the clerk gave up. */
export const carryIn = (): Promise<CarriedIn | null> => invoke("carry_in");

/** A file that the window was opened with, by a double click for example; asked for once. */
export interface OpenedFile {
  kind: "carry" | "office";
  path: string;
}

export async function openedFile(): Promise<OpenedFile | null> {
  const opened = await invoke<[OpenedFile["kind"], string] | null>("opened_file");
  return opened === null ? null : { kind: opened[0], path: opened[1] };
}
export const carryInOpened = (file: string): Promise<CarriedIn> => invoke("carry_in_opened", { file });

/** Calls back when the program was started once more with a file. */
export function onOpened(told: () => void): Promise<() => void> {
  return listen("opened", () => told());
}

/** Calls back whenever the state of the exchange changes. */
export function onStatus(told: (status: ExchangeStatus) => void): Promise<() => void> {
  return listen<ExchangeStatus>("status", (event) => told(event.payload));
}

/** Calls back with the ids of the complaints that an exchange changed. */
export function onArrived(told: (complaints: string[]) => void): Promise<() => void> {
  return listen<{ complaints: string[] }>("arrived", (event) => told(event.payload.complaints));
}

/** Calls back whenever something changes in the scanner's folder. */
export function onScanned(told: () => void): Promise<() => void> {
  return listen("scanned", () => told());
}

/** Scales the whole page; 1 is the usual size. */
export const setZoom = (scale: number): Promise<void> => getCurrentWebview().setZoom(scale);
