import { describe, expect, it } from "vitest";
import { IdleLock } from "./idle-lock";

describe("the desk locks itself", () => {
  it("after the minutes of the profile without a touch, and not before", () => {
    let now = 1_000_000;
    const idle = new IdleLock(() => now);
    now += 10 * 60_000 - 1;
    expect(idle.isDue(10)).toBe(false);
    now += 1;
    expect(idle.isDue(10)).toBe(true);
    idle.touched();
    expect(idle.isDue(10)).toBe(false);
  });

  it("not because somebody set the clock back, and then counts from there", () => {
    let now = 100 * 60_000;
    const idle = new IdleLock(() => now);
    now = 0;
    expect(idle.isDue(10)).toBe(false);
    now = 10 * 60_000;
    expect(idle.isDue(10)).toBe(true);
  });
});
