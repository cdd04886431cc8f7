import { describe, expect, it } from "vitest";
import { costOf } from "./weight";

describe("what a document costs", () => {
  it("is told in seconds, in minutes, or by its size alone while nothing is known of the line", () => {
    const told = costOf("en", { before: 3_400_000, after: 38_200, before_s: 680, after_s: 8 });
    expect(told.before).toEqual({ key: "take-cost-minutes", values: { size: expect.stringMatching(/^3.?400$/), count: 11 } });
    expect(told.after).toEqual({ key: "take-cost-seconds", values: { size: "38", count: 8 } });
    const unknown = costOf("en", { before: 400, after: 120, before_s: null, after_s: null });
    expect(unknown.after).toEqual({ key: "document-size", values: { size: "1" } });
  });
});
