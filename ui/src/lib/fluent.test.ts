import { expect, test } from "vitest";
import { format, sources } from "./fluent";
import { languages, type Language } from "./languages";
import { spoken } from "./testing";

const pages = import.meta.glob(["../**/*.svelte", "../**/*.ts", "!../**/*.test.ts"], { query: "?raw", import: "default", eager: true });

/** Each message of a file with the arguments that it uses. */
function messages(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of source.split(/\n(?=[a-z])/)) {
    const key = /^([a-z][\w-]*) =/.exec(block)?.[1];
    if (key === undefined) continue;
    found.set(key, [...new Set([...block.matchAll(/\$(\w+)/g)].map((match) => match[1]))].sort().join(" "));
  }
  return found;
}

const say = (language: Language, key: string, values: Record<string, string | number>): string => spoken(format(language, key, values));

test("all four languages have the same keys with the same arguments", () => {
  const english = messages(sources.en);
  for (const { code } of languages) expect(Object.fromEntries(messages(sources[code]))).toEqual(Object.fromEntries(english));
});

test("every key that a page names is there", () => {
  const known = messages(sources.en);
  const named = Object.values(pages).flatMap((page) => [...String(page).matchAll(/\bt\(\s*"([a-z][\w-]*)"/g)].map((match) => match[1] ?? ""));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test("every error code has its text", () => {
  const codes =
    "code_wrong code_used code_expired unreachable not_a_centre protocol_version keyring_unavailable passphrase_wrong passphrase_short pin_wrong pin_short locked_out name_missing name_taken text_missing category_missing notice_missing not_found not_signed_in not_allowed disk_full store_damaged store_busy key_missing address_wrong refused internal generic";
  const known = messages(sources.en);
  expect(codes.split(" ").filter((code) => !known.has(`error-${code}`))).toEqual([]);
});

test("Kreol has one form for every number, whatever the system speaks", () => {
  for (const count of [0, 1, 2, 5, 100]) expect(say("mfe", "due-over", { count })).toBe(`${count} zour retar`);
  expect(say("mfe", "status-waiting", { count: 1 })).toBe("1 pe atann.");
});

test("French counts nought and one alike", () => {
  expect(say("fr", "due-over", { count: 0 })).toBe("0 jour de retard");
  expect(say("fr", "due-over", { count: 1 })).toBe("1 jour de retard");
  expect(say("fr", "due-over", { count: 2 })).toBe("2 jours de retard");
});

test("Moroccan Arabic has six forms", () => {
  const said = [0, 1, 2, 3, 11, 100].map((count) => say("ar-MA", "list-all", { count }));
  expect(new Set(said).size).toBe(6);
  expect(said[2]).toMatch(/^شكايتان/);
  expect(said[3]).toMatch(/^3 شكايات/);
  expect(say("ar-MA", "due-over", { count: 2 })).toBe("تأخر يومين");
});

test("numbers carry the grouping of their language in western digits", () => {
  expect(say("en", "list-range", { from: 1, to: 25, total: 1204 })).toBe("1 to 25 of 1,204");
  expect(say("fr", "list-range", { from: 1, to: 25, total: 1204 })).toBe("1 à 25 sur 1\u202f204");
  expect(say("mfe", "list-range", { from: 1, to: 25, total: 1204 })).toBe("1 a 25 lor 1\u00a0204");
  expect(say("ar-MA", "list-range", { from: 1, to: 25, total: 1204 })).toBe("1 إلى 25 من 1.204");
});

test("what is put into a text is isolated from its direction", () => {
  expect(format("ar-MA", "clerk-added", { name: "Anousha" })).toContain("\u2068Anousha\u2069");
});

test("French has its narrow spaces and no text has a straight apostrophe", () => {
  expect(sources.fr).not.toMatch(/[^\u202f][?;!](\s|$)/m);
  expect(sources.fr).not.toMatch(/«[^\u202f]/);
  for (const { code } of languages) expect(sources[code]).not.toMatch(/^[^#]*'/m);
});
