import { expect, test } from "vitest";
import type { CategoryView } from "../bindings/CategoryView";
import { groupCategories, isKnownLocality, searchCategories, searchLocalities } from "./category-search";
import { fold, highlight } from "./fold";

function category(code: string, group: CategoryView["group"], name: CategoryView["name"]): CategoryView {
  return { code, group, name, institution: "X", alternatives: [], rule: "", discretion: [], fee: {}, due_working_days: 3, due_on: null, priority: "normal", restricted: false, documents: [], closed: false };
}

const water = { en: "Water", fr: "Eau", mfe: "Dilo", "ar-MA": "الماء" };
const categories = [
  category("leak", water, { en: "Leak or burst pipe", fr: "Fuite", mfe: "Fwit", "ar-MA": "تسرب" }),
  category("bill", water, { en: "Bill dispute", fr: "Contestation de facture", mfe: "Bil", "ar-MA": "الفاتورة" }),
  category("power", { en: "Electricity", fr: "Électricité" }, { en: "Outage", fr: "Coupure" }),
];

const codes = (typed: string): string[] => searchCategories(categories, typed).map((found) => found.code);

test("a category is found in any of its languages", () => {
  expect(codes("leak")).toEqual(["leak"]);
  expect(codes("dilo")).toEqual(["leak", "bill"]);
  expect(codes("الماء")).toEqual(["leak", "bill"]);
});

test("accents and case do not matter", () => {
  expect(codes("ELECTRICITE")).toEqual(["power"]);
});

test("every typed word must fit", () => {
  expect(codes("water bill")).toEqual(["bill"]);
  expect(codes("water coupure")).toEqual([]);
});

test("where no word begins so, the inside of words counts", () => {
  expect(codes("tage")).toEqual(["power"]);
});

test("nothing typed shows all, under their headings and in the profile's order", () => {
  expect(codes("")).toEqual(["leak", "bill", "power"]);
  expect(groupCategories(categories, "fr").map((group) => [group.name, group.categories.length])).toEqual([
    ["Eau", 2],
    ["Électricité", 1],
  ]);
});

test("Arabic letters are found however the hamza is written", () => {
  expect(fold("إنارة")).toBe(fold("اناره"));
  expect(fold("شَكْوَى ٢٣")).toBe("شكوي 23");
});

test("localities that begin with the words come first, at most as many as asked for", () => {
  const names = ["Beau Vallon", "Mahébourg", "Petit Mahé", "Mahé"];
  expect(searchLocalities(names, "mahe", 2)).toEqual(["Mahébourg", "Mahé"]);
  expect(searchLocalities(names, "mahe", 8)).toEqual(["Mahébourg", "Mahé", "Petit Mahé"]);
  expect(searchLocalities(names, "", 8)).toEqual([]);
  expect(isKnownLocality(names, " mahebourg ")).toBe(true);
});

test("what was found is marked in the letters as they are written", () => {
  expect(highlight("Mahébourg", ["mahe"])).toEqual([
    { text: "Mahé", found: true },
    { text: "bourg", found: false },
  ]);
});

test("words that overlap are marked once, and no letter is parted from its signs", () => {
  const found = (text: string, ...words: string[]): string =>
    highlight(text, words)
      .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
      .join("");
  expect(found("Rose Belle", "se", "rose", "bel")).toBe("[Rose] [Bel]le");
  expect(found("banana", "an", "na")).toBe("b[anana]");
  expect(found("sœur", "so")).toBe("[sœ]ur");
  expect(found("e\u0301cole", "e")).toBe("[e\u0301]col[e]");
  expect(found("شَكْوَى", "شك")).toBe("[شَكْ]وَى");
  expect(found("𝔄 dilo", "dilo")).toBe("𝔄 [dilo]");
  expect(found("dilo", "")).toBe("dilo");
  expect(found("", "dilo")).toBe("");
});
