-- The documents that operations on an office's record name, by the BLAKE3 hash of their content. have: so many bytes from
-- the beginning are here; have = size only once the whole content was found to be what the hash says.
CREATE TABLE documents (
    office INTEGER NOT NULL REFERENCES offices (code),
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    have INTEGER NOT NULL,
    PRIMARY KEY (office, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_on_their_way ON documents (office, hash) WHERE have < size;

-- Their contents, in pieces without a gap.
CREATE TABLE document_slices (
    office INTEGER NOT NULL,
    hash BLOB NOT NULL,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (office, hash, start)
) STRICT;
