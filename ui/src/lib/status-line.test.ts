import { describe, expect, test } from "vitest";
import type { ExchangeStatus } from "../bindings/ExchangeStatus";
import { format } from "./fluent";
import { statusLine, type StatusLine } from "./status-line";
import { spoken } from "./testing";

const now = new Date("2026-11-24T10:46:00+04:00");
const redAfterDays = 4;

const calm: ExchangeStatus = {
  line: "up",
  exchanging: false,
  waiting: 0,
  confirmed: 0,
  started_with: 0,
  refused: 0,
  tasks: 0,
  conflicts: 0,
  to_tell: 0,
  documents_waiting: 0,
  documents_left_bytes: 0,
  oldest_waiting_at: null,
  last_exchange_at: "2026-11-24T10:42:00+04:00",
  last_line_bytes: null,
  last_plain_bytes: null,
  next_try_at: null,
  trouble: null,
  restored: false,
  clock_ahead_s: null,
};

function line(change: Partial<ExchangeStatus>): StatusLine {
  return statusLine({ ...calm, ...change }, "en", now, redAfterDays);
}

function words(change: Partial<ExchangeStatus>): [bold: string, then: string] {
  const { bold, then } = line(change);
  return [spoken(format("en", bold.key, bold.values)), then.map((part) => spoken(format("en", part.key, part.values))).join(" ")];
}

describe("the status line, word for word", () => {
  test("nothing waits", () => {
    expect(words({})).toEqual(["All sent.", "Last exchange today at 10:42"]);
    expect(line({})).toMatchObject({ tone: "ink", icon: "check" });
  });

  test("something waits and the line is up", () => {
    const change = { waiting: 3, next_try_at: "2026-11-24T10:50:00+04:00" };
    expect(words(change)).toEqual(["3 waiting.", "Next exchange in 4 minutes. Last exchange today at 10:42"]);
    expect(line(change)).toMatchObject({ tone: "ink", icon: "circle-dashed" });
  });

  test("an exchange goes on", () => {
    const change = { exchanging: true, waiting: 3, started_with: 3, confirmed: 2 };
    expect(words(change)).toEqual(["Sending, 2 of 3 confirmed.", "Last exchange today at 10:42"]);
    expect(line(change)).toMatchObject({ tone: "ink", icon: "refresh-cw" });
  });

  test("after a restore it checks with the centre, and without a line it says that there is none", () => {
    expect(words({ restored: true, waiting: 2, last_exchange_at: "2026-11-10T10:42:00+04:00" })).toEqual([
      "Checking with the centre after a backup was brought back.",
      "2 waiting, kept on this computer. You can go on working",
    ]);
    expect(line({ restored: true, line: "down" }).kind).toBe("offline");
  });

  test("the line is down and something waits", () => {
    const change = { line: "down", waiting: 3, last_exchange_at: "2026-11-24T09:24:00+04:00" } as const;
    expect(words(change)).toEqual(["No connection. 3 waiting, kept on this computer.", "Last exchange today at 09:24"]);
    expect(line(change)).toMatchObject({ tone: "ink", icon: "cloud-off" });
  });

  test("the line is down and nothing waits", () => {
    const change = { line: "down", last_exchange_at: "2026-11-24T09:24:00+04:00" } as const;
    expect(words(change)).toEqual(["No connection. Nothing waits.", "Last exchange today at 09:24"]);
  });

  test("the line is down for too long", () => {
    const change = {
      line: "down",
      waiting: 14,
      last_exchange_at: "2026-11-19T09:24:00+04:00",
      oldest_waiting_at: "2026-11-19T11:00:00+04:00",
    } as const;
    expect(words(change)).toEqual(["No connection for 5 days. 14 waiting, kept on this computer.", "The oldest since Thursday"]);
    expect(line(change)).toMatchObject({ tone: "danger", icon: "circle-alert" });
  });

  test("something was refused", () => {
    expect(words({ refused: 1, waiting: 2 })).toEqual(["1 not accepted, kept here. 2 waiting.", "See why"]);
    expect(words({ refused: 1 })).toEqual(["1 not accepted, kept here.", "See why"]);
    expect(line({ refused: 1 })).toMatchObject({ tone: "warn", icon: "triangle-alert" });
  });

  test("the clock is wrong", () => {
    expect(words({ clock_ahead_s: 10_800 })).toEqual(["The clock of this computer is 3 hours ahead.", "All sent. Work goes on"]);
    expect(words({ clock_ahead_s: -600 })[0]).toBe("The clock of this computer is 10 minutes behind.");
    expect(line({ clock_ahead_s: 10_800 })).toMatchObject({ tone: "warn", icon: "clock-alert" });
  });
});

test("a line that was down is not called sending before anything is confirmed", () => {
  const trying = { line: "down", exchanging: true, waiting: 3, started_with: 3 } as const;
  expect(line({ ...trying, confirmed: 0 }).kind).toBe("offline-waiting");
  expect(line({ ...trying, confirmed: 1 }).kind).toBe("sending");
});

test("nothing is called sent before the first exchange", () => {
  expect(words({ line: "unknown", last_exchange_at: null })).toEqual(["Nothing waits.", "No exchange yet"]);
});

test("the kind does not change while numbers count down", () => {
  expect(line({ waiting: 3 }).kind).toBe(line({ waiting: 2 }).kind);
  expect(line({ line: "down", waiting: 3 }).kind).not.toBe(line({ waiting: 3 }).kind);
});

test("each trouble has its words and says what is kept", () => {
  for (const trouble of ["protocol_version", "not_admitted", "diverged", "not_a_centre", "disk_full", "past_changed", "shut_out", "quarantined"] as const) {
    const [bold, then] = words({ trouble, waiting: 2 });
    expect(bold).not.toContain("status-");
    expect(then).toContain("2 waiting, kept on this computer.");
    expect(then).not.toContain("status-");
  }
});
