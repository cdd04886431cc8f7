-- Snapshots: what an office's feed holds up to an entry, packed once for every computer that is far behind. content: the
-- hash of the pieces below; number, hash: the last entry; signed: the header with the centre's signature.
CREATE TABLE snapshots (
    office INTEGER NOT NULL REFERENCES offices (code),
    content BLOB NOT NULL,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    signed BLOB NOT NULL,
    PRIMARY KEY (office, content)
) STRICT, WITHOUT ROWID;

-- Their contents, in pieces without a gap.
CREATE TABLE snapshot_pieces (
    office INTEGER NOT NULL,
    content BLOB NOT NULL,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (office, content, start)
) STRICT;
