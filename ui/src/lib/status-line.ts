// What the status line says, from what is known of the exchange. Pure: texts are keys with arguments, so that every
// language says the same. Numbers are operations that are not yet confirmed; nothing is said that is not known.

import type { ExchangeStatus } from "../bindings/ExchangeStatus";
import { sinceDay, saidMoment, wallClock } from "./dates";
import type { Arguments } from "./fluent";
import type { IconName } from "./icons";
import type { Language } from "./languages";

/** A text by its key. */
export interface Said {
  key: string;
  values: Arguments;
}

export type Tone = "ink" | "warn" | "danger";

export interface StatusLine {
  /** Changes only when something of another kind is to be told; a listener is told then, not at each number. */
  kind: string;
  tone: Tone;
  icon: IconName;
  bold: Said;
  then: Said[];
}

const said = (key: string, values: Arguments = {}): Said => ({ key, values });

/** The line for a status, as of `now`; `redAfterDays` is the profile's patience. */
export function statusLine(
  status: ExchangeStatus,
  language: Language,
  now: Date,
  redAfterDays: number,
): StatusLine {
  if (status.trouble !== null) return troubled(status, status.trouble);
  // Without a line nothing is being checked: then it says that there is none, as always.
  if (status.restored && status.line !== "down") return restored(status);
  const silentDays = daysSilent(status, now);
  if (status.line === "down" && silentDays !== null && silentDays >= redAfterDays) {
    return tooLong(status, silentDays, language, now);
  }
  if (status.refused > 0) return refused(status);
  if (isSending(status)) return sending(status, language, now);
  if (status.clock_ahead_s !== null) return clockWrong(status, status.clock_ahead_s);
  return quiet(status, language, now);
}

/** The line of the sample office, which has nothing else to tell. */
export const sampleLine: StatusLine = { kind: "sample", tone: "ink", icon: "graduation-cap", bold: said("status-sample"), then: [] };

function isSending(status: ExchangeStatus): boolean {
  // An attempt on a line that was down has told nothing yet: the line stays "no connection" until something moves.
  return status.exchanging && status.started_with > 0 && (status.line !== "down" || status.confirmed > 0);
}

/** Whole days since the last exchange; null where there was none. */
function daysSilent(status: ExchangeStatus, now: Date): number | null {
  if (status.last_exchange_at === null) return null;
  const at = Date.parse(status.last_exchange_at);
  return Number.isNaN(at) ? null : Math.floor((now.getTime() - at) / 86_400_000);
}

function lastExchange(status: ExchangeStatus, language: Language, now: Date): Said {
  const when = status.last_exchange_at === null ? "" : saidMoment(language, status.last_exchange_at, now);
  return when === "" ? said("status-no-exchange-yet") : said("status-last-exchange", { when });
}

function kept(waiting: number): Said {
  return waiting > 0 ? said("status-kept-here", { count: waiting }) : said("status-nothing-waits");
}

function troubled(status: ExchangeStatus, trouble: NonNullable<ExchangeStatus["trouble"]>): StatusLine {
  const grave = trouble === "disk_full" || trouble === "not_admitted" || trouble === "past_changed" || trouble === "shut_out";
  return {
    kind: `trouble-${trouble}`,
    tone: grave ? "danger" : "warn",
    icon: grave ? "circle-alert" : "triangle-alert",
    bold: said(`status-trouble-${trouble}`),
    then: [kept(status.waiting), said(`status-trouble-${trouble}-then`)],
  };
}

function restored(status: ExchangeStatus): StatusLine {
  return { kind: "restored", tone: "ink", icon: "refresh-cw", bold: said("status-restored"), then: [kept(status.waiting), said("status-restored-then")] };
}

function tooLong(status: ExchangeStatus, days: number, language: Language, now: Date): StatusLine {
  const oldest = status.oldest_waiting_at === null ? null : wallClock(status.oldest_waiting_at);
  const then =
    status.waiting > 0 && oldest !== null
      ? said("status-oldest-since", { when: sinceDay(language, oldest, now) })
      : lastExchange(status, language, now);
  return {
    kind: "too-long",
    tone: "danger",
    icon: "circle-alert",
    bold: said(status.waiting > 0 ? "status-too-long-waiting" : "status-too-long", { days, count: status.waiting }),
    then: [then],
  };
}

function refused(status: ExchangeStatus): StatusLine {
  return {
    kind: "refused",
    tone: "warn",
    icon: "triangle-alert",
    bold: said(status.waiting > 0 ? "status-refused-waiting" : "status-refused", {
      refused: status.refused,
      count: status.waiting,
    }),
    then: [said("status-see-why")],
  };
}

function sending(status: ExchangeStatus, language: Language, now: Date): StatusLine {
  return {
    kind: "sending",
    tone: "ink",
    icon: "refresh-cw",
    bold: said("status-sending", { confirmed: status.confirmed, total: status.started_with }),
    then: [lastExchange(status, language, now)],
  };
}

function clockWrong(status: ExchangeStatus, aheadSeconds: number): StatusLine {
  const minutes = Math.round(Math.abs(aheadSeconds) / 60);
  const side = aheadSeconds > 0 ? "ahead" : "behind";
  const inHours = minutes >= 60;
  return {
    kind: "clock",
    tone: "warn",
    icon: "clock-alert",
    bold: said(`status-clock-${side}-${inHours ? "hours" : "minutes"}`, {
      count: inHours ? Math.round(minutes / 60) : minutes,
    }),
    then: [status.waiting > 0 ? said("status-waiting", { count: status.waiting }) : said("status-all-sent"), said("status-work-goes-on")],
  };
}

function quiet(status: ExchangeStatus, language: Language, now: Date): StatusLine {
  const last = lastExchange(status, language, now);
  const values = { count: status.waiting };
  if (status.line === "down") {
    const waits = status.waiting > 0;
    return {
      kind: waits ? "offline-waiting" : "offline",
      tone: "ink",
      icon: "cloud-off",
      bold: said(waits ? "status-offline-waiting" : "status-offline", values),
      then: [last],
    };
  }
  if (status.waiting > 0) {
    const next = nextExchange(status, now);
    return {
      kind: "waiting",
      tone: "ink",
      icon: "circle-dashed",
      bold: said("status-waiting", values),
      then: next === null ? [last] : [next, last],
    };
  }
  const sentOnce = status.last_exchange_at !== null;
  return {
    kind: sentOnce ? "all-sent" : "nothing-yet",
    tone: "ink",
    icon: sentOnce ? "check" : "circle-dashed",
    bold: said(sentOnce ? "status-all-sent" : "status-nothing-waits"),
    then: [last],
  };
}

/** When the next attempt comes, in words; null where none is planned. */
export function nextExchange(status: ExchangeStatus, now: Date): Said | null {
  const span = nextTry(status, now);
  return span === null ? null : said(`status-next-${span.unit}`, { count: span.count });
}

/** How far the next attempt is. */
export function nextTry(status: ExchangeStatus, now: Date): { unit: "soon" | "minutes" | "hours"; count: number } | null {
  const at = status.next_try_at === null ? Number.NaN : Date.parse(status.next_try_at);
  if (Number.isNaN(at)) return null;
  const minutes = Math.round((at - now.getTime()) / 60_000);
  if (minutes < 1) return { unit: "soon", count: 0 };
  if (minutes < 60) return { unit: "minutes", count: minutes };
  return { unit: "hours", count: Math.round(minutes / 60) };
}
