import { expect, test } from "vitest";
import { backupLack } from "./backups";

const now = new Date("2026-11-24T08:00:00+04:00");
const backup = { set_up: true, place: "/mnt/stick", present: true, keep: 7, verified_at: null, failed: null, files: [] };

test("somebody is to look when none is set up, the first one fails, or the last one is old", () => {
  expect(backupLack({ ...backup, set_up: false }, now)).toBe("none");
  expect(backupLack({ ...backup, failed: "backup_place_away" }, now)).toBe("old");
  expect(backupLack({ ...backup, verified_at: "2026-11-16T08:00:00+04:00" }, now)).toBe("old");
});

test("nothing is said of a backup that is young, or that is to be made", () => {
  expect(backupLack(backup, now)).toBeNull();
  expect(backupLack({ ...backup, verified_at: "2026-11-22T08:00:00+04:00", failed: "backup_place_away" }, now)).toBeNull();
});
