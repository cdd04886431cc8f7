-- When the data of an account were taken along, for its owner to see. what: json or zip.
CREATE TABLE account_reads (
    citizen BLOB NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (citizen, at, what)
) STRICT, WITHOUT ROWID;

-- Forms that somebody saved to go on later, by the keyed hash of the code that opens them. sealed: what was typed and the list of
-- the documents, encrypted under a key that comes of the code; salt: what its nonces begin with; bytes: of the documents.
-- complaint: what came of it; nothing else is kept then.
CREATE TABLE portal_drafts (
    code_hash BLOB NOT NULL PRIMARY KEY,
    salt BLOB NOT NULL,
    sealed BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    complaint BLOB,
    saved_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX portal_drafts_by_end ON portal_drafts (expires_at);

-- The contents of their documents, in pieces, each encrypted.
CREATE TABLE portal_draft_pieces (
    code_hash BLOB NOT NULL REFERENCES portal_drafts (code_hash) ON DELETE CASCADE,
    file INTEGER NOT NULL,
    piece INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (code_hash, file, piece)
) STRICT;

-- draft: the saved form that this one goes on with.
ALTER TABLE portal_forms ADD COLUMN draft BLOB;

-- Figures are counted by place from now on: every office is counted anew.
INSERT INTO figure_calendars (office, calendar)
    SELECT code, '' FROM offices WHERE code NOT IN (SELECT office FROM figure_calendars);
