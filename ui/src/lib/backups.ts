// When somebody should look at the backups.

import type { BackupView } from "../bindings/BackupView";

/** Days without a backup that was found whole after which somebody should look. */
const patience_days = 7;

/** None is set up, none was found whole for a while, or nothing is to be done. */
export function backupLack(backup: BackupView, now: Date): "none" | "old" | null {
  if (!backup.set_up) return "none";
  if (backup.verified_at === null) return backup.failed === null ? null : "old";
  return now.getTime() - Date.parse(backup.verified_at) > patience_days * 86_400_000 ? "old" : null;
}
