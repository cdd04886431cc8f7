-- A snapshot of the feed while it comes in: at most one. signed: the centre's header; have: so many bytes from the
-- beginning are here.
CREATE TABLE snapshot (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    signed   BLOB    NOT NULL,
    have     INTEGER NOT NULL
) STRICT;

-- Its content, in pieces without gaps.
CREATE TABLE snapshot_pieces (
    start INTEGER NOT NULL PRIMARY KEY,
    bytes BLOB    NOT NULL
) STRICT;

-- Headers of the snapshots that the feed here was taken from; number: the last entry that one brought.
CREATE TABLE snapshots_taken (
    number INTEGER NOT NULL PRIMARY KEY,
    signed BLOB    NOT NULL
) STRICT;
