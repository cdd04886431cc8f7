-- When the data of an account were taken along, for its owner to see. what: json or zip.
CREATE TABLE account_reads (
    citizen BYTEA NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (citizen, at, what)
);

-- Forms that somebody saved to go on later, by the keyed hash of the code that opens them. sealed: what was typed and the list of
-- the documents, encrypted under a key that comes of the code; salt: what its nonces begin with; bytes: of the documents.
-- complaint: what came of it; nothing else is kept then.
CREATE TABLE portal_drafts (
    code_hash BYTEA NOT NULL PRIMARY KEY,
    salt BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    bytes BIGINT NOT NULL,
    complaint BYTEA,
    saved_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX portal_drafts_by_end ON portal_drafts (expires_at);

-- The contents of their documents, in pieces, each encrypted.
CREATE TABLE portal_draft_pieces (
    code_hash BYTEA NOT NULL REFERENCES portal_drafts (code_hash) ON DELETE CASCADE,
    file BIGINT NOT NULL,
    piece BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (code_hash, file, piece)
);

-- draft: the saved form that this one goes on with.
ALTER TABLE portal_forms ADD COLUMN draft BYTEA;

-- Figures are counted by place from now on: every office is counted anew.
INSERT INTO figure_calendars (office, calendar)
    SELECT code, '' FROM offices WHERE code NOT IN (SELECT office FROM figure_calendars);
