import { beforeEach, expect, it, vi } from "vitest";

const asked: string[] = [];
const waiting = new Map<string, (page: unknown) => void>();
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (_: string, { selection }: { selection: { words: string } }) => {
    asked.push(selection.words);
    return new Promise((resolve) => waiting.set(selection.words, resolve));
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => {}) }));
vi.mock("@tauri-apps/api/webview", () => ({ getCurrentWebview: () => ({}) }));

// The page around the search: its address, and who sits there.
vi.stubGlobal("location", { hash: "" });
vi.stubGlobal("addEventListener", () => {});
const { search } = await import("./search.svelte");

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function answer(words: string, total: number): Promise<void> {
  waiting.get(words)?.({ rows: [], next: null, total, more: false });
  await soon();
}

beforeEach(() => {
  search.clear();
  asked.length = 0;
});

it("every key asks at once, and an answer that comes late does not stand in place of a newer one", async () => {
  search.typed("di");
  search.typed("dilo");
  await soon();
  expect(asked).toEqual(["di", "dilo"]);
  expect(search.asks).toBe(true);
  await answer("dilo", 3);
  expect([search.answered, search.page.total]).toEqual(["dilo", 3]);
  expect(search.asks).toBe(false);
  await answer("di", 9);
  expect([search.answered, search.page.total]).toEqual(["dilo", 3]);
});

it("an emptied field finds nothing, whatever is still under way", async () => {
  search.typed("tiyo");
  await soon();
  search.clear();
  await answer("tiyo", 7);
  expect([search.answered, search.page.total]).toEqual(["", 0]);
});
