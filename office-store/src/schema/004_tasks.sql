-- In how many fields of a complaint two values stand side by side.
ALTER TABLE complaints ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0;
CREATE INDEX complaints_in_conflict ON complaints (recorded_ms, row) WHERE conflicts > 0;

-- Operations that the centre refused; x'8100' is the verdict that accepts.
CREATE INDEX operations_refused ON operations (device, sequence) WHERE verdict IS NOT NULL AND verdict <> x'8100';

-- Refused operations of this computer that somebody has dealt with.
CREATE TABLE tasks_settled (
    operation BLOB NOT NULL PRIMARY KEY,
    settled_by TEXT NOT NULL,
    settled_at TEXT NOT NULL
) STRICT;

-- Of whom nothing counts any more, folded from operations about the office. The account need not have come in yet.
CREATE TABLE disabled_clerks (
    id BLOB NOT NULL PRIMARY KEY
) STRICT;
