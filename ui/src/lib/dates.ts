// Dates and times in words, from our own tables: browsers know neither Kreol months nor all Moroccan ones.
// Times are RFC 3339; each is shown by the wall clock that it was recorded with.

import type { Language } from "./languages";

/** A day of the calendar. */
export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** A day and a time of day. */
export interface WallClock extends Day {
  hour: number;
  minute: number;
}

interface Table {
  /** From Sunday. */
  weekdays: readonly string[];
  months: readonly string[];
  shortMonths: readonly string[];
  today: string;
  yesterday: string;
  /** Weekday and date, as they stand alone. */
  full: (weekday: string, date: string) => string;
  /** A date inside a sentence. */
  on: (date: string) => string;
  /** A date behind "since". */
  since: (date: string) => string;
  /** A time behind a day. */
  at: (day: string, time: string) => string;
  firstOfMonth: string;
}

const arabicMonths = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(" ");

const tables: Readonly<Record<Language, Table>> = {
  en: {
    weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
    months: "January February March April May June July August September October November December".split(" "),
    shortMonths: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
    today: "today",
    yesterday: "yesterday",
    full: (weekday, date) => `${weekday} ${date}`,
    on: (date) => `on ${date}`,
    since: (date) => date,
    at: (day, time) => `${day} at ${time}`,
    firstOfMonth: "1",
  },
  fr: {
    weekdays: "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" "),
    months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
    shortMonths: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
    today: "aujourd’hui",
    yesterday: "hier",
    full: (weekday, date) => `${weekday} ${date}`,
    on: (date) => `le ${date}`,
    since: (date) => `le ${date}`,
    at: (day, time) => `${day} à ${time}`,
    firstOfMonth: "1er",
  },
  mfe: {
    weekdays: "dimans lindi mardi merkredi zedi vandredi samdi".split(" "),
    months: "Zanvie Fevriye Mars Avril Me Zin Ziliet Out Septam Oktob Novam Desam".split(" "),
    shortMonths: "Zan Fev Mars Avr Me Zin Zil Out Sep Okt Nov Des".split(" "),
    today: "zordi",
    yesterday: "yer",
    full: (weekday, date) => `${weekday} ${date}`,
    on: (date) => `le ${date}`,
    since: (date) => `le ${date}`,
    at: (day, time) => `${day} a ${time}`,
    firstOfMonth: "1",
  },
  "ar-MA": {
    weekdays: "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split(" "),
    months: arabicMonths,
    shortMonths: arabicMonths,
    today: "اليوم",
    yesterday: "أمس",
    full: (weekday, date) => `${weekday}، ${date}`,
    on: (date) => `يوم ${date}`,
    since: (date) => `يوم ${date}`,
    at: (day, time) => `${day} على الساعة ${time}`,
    firstOfMonth: "1",
  },
};

const two = (number: number): string => String(number).padStart(2, "0");

/** A day as a number, so that days can be counted. */
export function dayNumber(day: Day): number {
  return Date.UTC(day.year, day.month - 1, day.day) / 86_400_000;
}

let offset_min: number | null = null;

/** From now on the wall clock is that of the deployment, whatever time zone this computer is set to. */
export function useOffset(minutes: number): void {
  offset_min = minutes;
}

/** The wall clock at an instant: the deployment's once it is known, before that this computer's. */
export function localClock(date: Date): WallClock {
  if (offset_min !== null) {
    const shifted = new Date(date.getTime() + offset_min * 60_000);
    return {
      year: shifted.getUTCFullYear(),
      month: shifted.getUTCMonth() + 1,
      day: shifted.getUTCDate(),
      hour: shifted.getUTCHours(),
      minute: shifted.getUTCMinutes(),
    };
  }
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
  };
}

/**
 * The wall clock that a time was recorded with. Times recorded without an offset of their own (UTC) are shown by
 * the wall clock here. Null where the text is no time.
 */
export function wallClock(text: string): WallClock | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/.exec(text);
  if (!parts) return null;
  if (/^([Zz]|[+-]00:00)$/.test(parts[6] ?? "")) return localClock(new Date(text));
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number];
  return { year, month, day, hour, minute };
}

/** A date `YYYY-MM-DD`, or null. */
export function calendarDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return null;
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

/** `10:42`. */
export function time(clock: WallClock): string {
  return `${two(clock.hour)}:${two(clock.minute)}`;
}

/** `26 November`, with the year where it is not the present one. */
export function dayAndMonth(language: Language, day: Day, now: Date): string {
  const table = tables[language];
  const number = day.day === 1 ? table.firstOfMonth : String(day.day);
  const year = day.year === localClock(now).year ? "" : ` ${day.year}`;
  return `${number} ${table.months[day.month - 1] ?? ""}${year}`;
}

/** `Thursday 26 November`. */
export function fullDate(language: Language, day: Day, now: Date): string {
  return tables[language].full(weekday(language, day), dayAndMonth(language, day, now));
}

/** `26 Nov`, with the year where it is not the present one. */
export function shortDate(language: Language, day: Day, now: Date): string {
  const table = tables[language];
  const year = day.year === localClock(now).year ? "" : ` ${day.year}`;
  return `${day.day} ${table.shortMonths[day.month - 1] ?? ""}${year}`;
}

export function weekday(language: Language, day: Day): string {
  // Day 0, 1 January 1970, was a Thursday.
  return tables[language].weekdays[(((dayNumber(day) + 4) % 7) + 7) % 7] ?? "";
}

/** How many days `day` lies ahead of today; negative: behind. */
export function daysAhead(day: Day, now: Date): number {
  return dayNumber(day) - dayNumber(localClock(now));
}

/** A day as one would say it today: `today`, `yesterday`, `Monday`, `on 3 September`. */
export function saidDay(language: Language, day: Day, now: Date): string {
  return nearDay(language, day, now) ?? tables[language].on(dayAndMonth(language, day, now));
}

/** The same behind the word "since": `Thursday`, `3 September`. */
export function sinceDay(language: Language, day: Day, now: Date): string {
  return nearDay(language, day, now) ?? tables[language].since(dayAndMonth(language, day, now));
}

/** What a day of the past week is called; null for any other. */
function nearDay(language: Language, day: Day, now: Date): string | null {
  const ahead = daysAhead(day, now);
  if (ahead === 0) return tables[language].today;
  if (ahead === -1) return tables[language].yesterday;
  return ahead < -1 && ahead > -7 ? weekday(language, day) : null;
}

/** `today at 10:42`, `Monday at 16:05`, `on 3 September at 09:00`; empty where the text is no time. */
export function saidMoment(language: Language, text: string, now: Date): string {
  const clock = wallClock(text);
  return clock ? tables[language].at(saidDay(language, clock, now), time(clock)) : "";
}

/** The day for the start of a line: `Today`, `9 Nov`. */
export function lineDay(language: Language, day: Day, now: Date): string {
  const ahead = daysAhead(day, now);
  const said = ahead === 0 ? tables[language].today : ahead === -1 ? tables[language].yesterday : null;
  return said === null ? shortDate(language, day, now) : said.charAt(0).toLocaleUpperCase("en") + said.slice(1);
}
