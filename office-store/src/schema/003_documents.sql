-- Documents by the BLAKE3 hash of their content. have: so many bytes from the beginning are here; acknowledged: so many
-- the centre has; origin 0: added on this computer, 1: it comes from the centre.
CREATE TABLE documents (
    row          INTEGER NOT NULL PRIMARY KEY,
    hash         BLOB    NOT NULL UNIQUE,
    size         INTEGER NOT NULL,
    media_type   TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    have         INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL,
    origin       INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_to_send ON documents (row) WHERE have = size AND acknowledged < size;
CREATE INDEX documents_wanted ON documents (row) WHERE have < size;

-- Their contents in pieces of at most 16 KiB, without gaps.
CREATE TABLE document_slices (
    document BLOB    NOT NULL REFERENCES documents (hash),
    start    INTEGER NOT NULL,
    bytes    BLOB    NOT NULL,
    UNIQUE (document, start)
) STRICT;
