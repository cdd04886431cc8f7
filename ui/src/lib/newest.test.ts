import { expect, test } from "vitest";
import { Newest } from "./newest";

/** Answers that come when the test says so. */
function asking(): { newest: Newest<string>; answers: ((value: string) => void)[]; shown: string[] } {
  const answers: ((value: string) => void)[] = [];
  const shown: string[] = [];
  const newest = new Newest<string>(
    () => new Promise((resolve) => answers.push(resolve)),
    (value) => shown.push(value),
  );
  return { newest, answers, shown };
}

test("an answer that was overtaken is not shown", async () => {
  const { newest, answers, shown } = asking();
  const both = [newest.read(), newest.read()];
  answers[1]?.("new");
  answers[0]?.("old");
  await Promise.all(both);
  expect(shown).toEqual(["new"]);
});

test("what was being read when a deed answered is read again", async () => {
  const { newest, answers, shown } = asking();
  const before = newest.read();
  const deed = newest.take("after the deed");
  answers[0]?.("before the deed");
  answers[1]?.("after all");
  await Promise.all([before, deed]);
  expect(shown).toEqual(["after the deed", "after all"]);
});

test("a deed alone asks for nothing more", async () => {
  const { newest, answers, shown } = asking();
  await newest.take("after the deed");
  expect([shown, answers.length]).toEqual([["after the deed"], 0]);
});
