import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ComplaintForm } from "../bindings/ComplaintForm";
import type { Draft } from "../bindings/Draft";
import { emptyForm, isWorthKeeping, missingIn } from "./complaint-form";
import { DraftKeeper, keepEverything } from "./draft-keeper";

const form = (text: string): ComplaintForm => ({ ...emptyForm("en"), text });

/** A keeper over a store that answers when it is told to, or at once. */
function desk(answers: "at once" | "when told" = "at once") {
  const saved: [id: string | null, text: string][] = [];
  const open: (() => void)[] = [];
  const failures: unknown[] = [];
  const keeper = new DraftKeeper(
    null,
    async (id, typed): Promise<Draft> => {
      saved.push([id, typed.text]);
      if (answers === "when told") await new Promise<void>((resolve) => open.push(resolve));
      if (typed.text === "bad") throw { code: "disk_full", message: "" };
      return { id: id ?? "d1", saved_at: "2026-11-24T10:44:00+04:00", by: "A", form: typed };
    },
    { kept: () => undefined, failed: (thrown) => failures.push(thrown) },
  );
  return { keeper, saved, open, failures };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is typed is kept within half a second", async () => {
  const { keeper, saved } = desk();
  keeper.changed(form("a"));
  await vi.advanceTimersByTimeAsync(500);
  expect(saved).toEqual([[null, "a"]]);
  await keeper.close();
});

test("typing without a pause is kept all the same", async () => {
  const { keeper, saved } = desk();
  for (let key = 1; key <= 10; key += 1) {
    keeper.changed(form("x".repeat(key)));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saved.length).toBeGreaterThanOrEqual(2);
  await keeper.close();
});

test("the second keeping goes to the draft that the first one made", async () => {
  const { keeper, saved, open } = desk("when told");
  keeper.changed(form("a"));
  await vi.advanceTimersByTimeAsync(400);
  keeper.changed(form("ab"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual([[null, "a"]]);
  open[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  open[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual([
    [null, "a"],
    ["d1", "ab"],
  ]);
  await keeper.close();
});

test("a lock keeps what was typed a moment before", async () => {
  const { keeper, saved } = desk();
  keeper.changed(form("last words"));
  await keepEverything();
  expect(saved).toEqual([[null, "last words"]]);
  await keeper.close();
});

test("nothing is kept after the form was registered", async () => {
  const { keeper, saved } = desk();
  keeper.changed(form("a"));
  await keeper.close();
  keeper.changed(form("ab"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual([]);
});

test("a keeping that fails is told, and the next change tries again", async () => {
  const { keeper, saved, failures } = desk();
  keeper.changed(form("bad"));
  await vi.advanceTimersByTimeAsync(500);
  expect(failures).toHaveLength(1);
  keeper.changed(form("good"));
  await vi.advanceTimersByTimeAsync(500);
  expect(saved[saved.length - 1]).toEqual([null, "good"]);
  await keeper.close();
});

test("an empty form is not worth keeping, and lacks matter, text and notice in this order", () => {
  expect(isWorthKeeping(emptyForm("mfe"))).toBe(false);
  expect(isWorthKeeping(form("a"))).toBe(true);
  expect(missingIn(emptyForm("mfe"))).toEqual(["category", "text", "notice"]);
});
