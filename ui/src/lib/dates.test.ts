import { afterEach, describe, expect, test } from "vitest";
import { calendarDay, daysAhead, fullDate, lineDay, localClock, saidMoment, shortDate, sinceDay, time, useOffset, wallClock } from "./dates";

const now = new Date(2026, 10, 24, 10, 46);
const day = (text: string) => calendarDay(text) ?? { year: 0, month: 1, day: 1 };

test("a time keeps the wall clock that it was recorded with", () => {
  const clock = wallClock("2026-11-24T09:24:31.5+04:00");
  expect(clock).toEqual({ year: 2026, month: 11, day: 24, hour: 9, minute: 24 });
  expect(clock && time(clock)).toBe("09:24");
});

test("what is no time or no date is not shown as one", () => {
  for (const text of ["", "yesterday", "2026-11-24", "2026-11-24T09:24:00"]) expect(wallClock(text)).toBeNull();
  expect(calendarDay("24/11/2026")).toBeNull();
  expect(saidMoment("en", "soon", now)).toBe("");
});

describe("a date in words", () => {
  test("in four languages", () => {
    expect(fullDate("en", day("2026-11-26"), now)).toBe("Thursday 26 November");
    expect(fullDate("fr", day("2026-11-26"), now)).toBe("jeudi 26 novembre");
    expect(fullDate("mfe", day("2026-11-26"), now)).toBe("zedi 26 Novam");
    expect(fullDate("ar-MA", day("2026-11-26"), now)).toBe("الخميس، 26 نونبر");
  });

  test("with the year where it is another one", () => {
    expect(fullDate("en", day("2027-01-07"), now)).toBe("Thursday 7 January 2027");
    expect(shortDate("mfe", day("2027-07-07"), now)).toBe("7 Zil 2027");
  });

  test("the first of a month is premier in French alone", () => {
    expect(fullDate("fr", day("2026-12-01"), now)).toBe("mardi 1er décembre");
    expect(fullDate("mfe", day("2026-12-01"), now)).toBe("mardi 1 Desam");
  });

  test("the Moroccan months are those of Morocco", () => {
    const months = [1, 5, 7, 8, 9, 11, 12].map((month) => shortDate("ar-MA", { year: 2026, month, day: 3 }, now));
    expect(months).toEqual(["3 يناير", "3 ماي", "3 يوليوز", "3 غشت", "3 شتنبر", "3 نونبر", "3 دجنبر"]);
  });
});

describe("a moment as one says it", () => {
  test("today, yesterday, a day of the week, a date", () => {
    expect(saidMoment("en", "2026-11-24T10:42:00+04:00", now)).toBe("today at 10:42");
    expect(saidMoment("en", "2026-11-23T16:05:00+04:00", now)).toBe("yesterday at 16:05");
    expect(saidMoment("en", "2026-11-20T16:05:00+04:00", now)).toBe("Friday at 16:05");
    expect(saidMoment("en", "2026-09-03T16:05:00+04:00", now)).toBe("on 3 September at 16:05");
  });

  test("in the other languages", () => {
    expect(saidMoment("fr", "2026-11-24T10:42:00+04:00", now)).toBe("aujourd’hui à 10:42");
    expect(saidMoment("mfe", "2026-09-03T10:42:00+04:00", now)).toBe("le 3 Septam a 10:42");
    expect(saidMoment("ar-MA", "2026-09-03T10:42:00+04:00", now)).toBe("يوم 3 شتنبر على الساعة 10:42");
  });

  test("behind the word since", () => {
    expect(sinceDay("en", day("2026-11-19"), now)).toBe("Thursday");
    expect(sinceDay("en", day("2026-11-02"), now)).toBe("2 November");
    expect(sinceDay("fr", day("2026-11-02"), now)).toBe("le 2 novembre");
  });
});

test("days are counted by the calendar", () => {
  expect(daysAhead(day("2026-11-24"), now)).toBe(0);
  expect(daysAhead(day("2026-11-22"), now)).toBe(-2);
  expect(daysAhead(day("2027-01-01"), now)).toBe(38);
});

test("a line begins with today, yesterday or the date", () => {
  expect(lineDay("en", day("2026-11-24"), now)).toBe("Today");
  expect(lineDay("fr", day("2026-11-23"), now)).toBe("Hier");
  expect(lineDay("en", day("2026-11-09"), now)).toBe("9 Nov");
});

describe("once the deployment's offset is known", () => {
  const ownOffset = -now.getTimezoneOffset();
  afterEach(() => useOffset(ownOffset));

  test("today is the deployment's day, whatever zone this computer is set to", () => {
    const evening = new Date(Date.UTC(2026, 10, 21, 22, 25));
    useOffset(240);
    expect(localClock(evening)).toEqual({ year: 2026, month: 11, day: 22, hour: 2, minute: 25 });
    expect(saidMoment("en", "2026-11-22T02:25:00+04:00", evening)).toBe("today at 02:25");
    useOffset(0);
    expect(daysAhead(day("2026-11-22"), evening)).toBe(1);
  });
});
