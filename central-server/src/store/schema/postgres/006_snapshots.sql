-- Snapshots: what an office's feed holds up to an entry, packed once for every computer that is far behind. content: the
-- hash of the pieces below; number, hash: the last entry; signed: the header with the centre's signature.
CREATE TABLE snapshots (
    office BIGINT NOT NULL REFERENCES offices (code),
    content BYTEA NOT NULL,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    size BIGINT NOT NULL,
    signed BYTEA NOT NULL,
    PRIMARY KEY (office, content)
);

-- Their contents, in pieces without a gap.
CREATE TABLE snapshot_pieces (
    office BIGINT NOT NULL,
    content BYTEA NOT NULL,
    start BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (office, content, start)
);
