-- The leaves of the one tree over all days: where each feed (kind 1; whose: the office) and each device's log (kind 2;
-- whose: the device) ended on a day, in the order in which they were put into the tree. Days are days since 1970-01-01.
CREATE TABLE witness_leaves (
    number INTEGER NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    whose INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX witness_leaves_of_whose ON witness_leaves (kind, whose, position);

-- The tree's root at each size that was told to the offices, as it was signed.
CREATE TABLE witness_roots (
    size INTEGER NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL,
    root BLOB NOT NULL,
    signed BLOB NOT NULL
) STRICT;
