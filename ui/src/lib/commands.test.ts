import { beforeEach, expect, it, vi } from "vitest";

const asked: string[] = [];
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (command: string) => {
    asked.push(command);
    return Promise.resolve(null);
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => {}) }));
vi.mock("@tauri-apps/api/webview", () => ({ getCurrentWebview: () => ({}) }));

import * as commands from "./commands";

beforeEach(() => {
  commands.forget();
  asked.length = 0;
});

it("what a locked page wants waits for whoever sat there, and the door does not", async () => {
  commands.holdBack();
  const waiting = commands.drafts();
  // A second lock, by the clock, does not lose what the first one holds.
  commands.holdBack();
  await commands.signIn("one", "246810");
  expect(asked).toEqual(["sign_in"]);
  commands.letGo();
  await waiting;
  expect(asked).toEqual(["sign_in", "drafts"]);
});

it("what was held back is never asked once somebody else sits there", async () => {
  commands.holdBack();
  void commands.discardDraft("a draft of the one before");
  commands.forget();
  await commands.drafts();
  expect(asked).toEqual(["drafts"]);
});
