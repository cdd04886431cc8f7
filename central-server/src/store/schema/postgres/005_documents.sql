-- The documents that operations on an office's record name, by the BLAKE3 hash of their content. have: so many bytes from
-- the beginning are here; have = size only once the whole content was found to be what the hash says.
CREATE TABLE documents (
    office BIGINT NOT NULL REFERENCES offices (code),
    hash BYTEA NOT NULL,
    size BIGINT NOT NULL,
    have BIGINT NOT NULL,
    PRIMARY KEY (office, hash)
);
CREATE INDEX documents_on_their_way ON documents (office, hash) WHERE have < size;

-- Their contents, in pieces without a gap.
CREATE TABLE document_slices (
    office BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    start BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (office, hash, start)
);
