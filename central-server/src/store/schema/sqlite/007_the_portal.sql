-- A citizen's account. email, phone: only what was confirmed, as it is compared; identity: the number as it was typed;
-- identity_key: the same as it is compared, once it was confirmed.
CREATE TABLE citizens (
    id BLOB NOT NULL PRIMARY KEY,
    surname TEXT NOT NULL,
    other_names TEXT NOT NULL,
    identity TEXT NOT NULL,
    identity_key TEXT UNIQUE,
    email TEXT UNIQUE,
    phone TEXT UNIQUE,
    address TEXT NOT NULL,
    locality TEXT NOT NULL,
    language TEXT NOT NULL,
    password_salt BLOB NOT NULL,
    password_memory_kib INTEGER NOT NULL,
    password_passes INTEGER NOT NULL,
    password_hash BLOB NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

-- Complaints that belong to an account because they were filed or opened while it was signed in.
CREATE TABLE citizen_complaints (
    citizen BLOB NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    complaint BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (citizen, complaint)
) STRICT;

-- The identity number that a complaint carries, as it is compared.
CREATE TABLE complaint_identities (
    complaint BLOB NOT NULL PRIMARY KEY,
    identity_key TEXT NOT NULL
) STRICT;
CREATE INDEX complaints_by_identity ON complaint_identities (identity_key);

-- A browser on the portal, by the hash of its cookie; citizen: whose account is signed in there.
CREATE TABLE portal_sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    citizen BLOB REFERENCES citizens (id) ON DELETE CASCADE,
    begun_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX portal_sessions_of_citizen ON portal_sessions (citizen);

-- Complaints that were opened there with reference and access code, or filed there.
CREATE TABLE portal_opened (
    session BLOB NOT NULL REFERENCES portal_sessions (token_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    complaint BLOB NOT NULL,
    PRIMARY KEY (session, complaint)
) STRICT;

-- What somebody is filling in. typed: the fields, as JSON. complaint: what came of it; sent a second time, the form leads
-- there again.
CREATE TABLE portal_forms (
    id BLOB NOT NULL PRIMARY KEY,
    session BLOB NOT NULL REFERENCES portal_sessions (token_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    typed TEXT NOT NULL,
    complaint BLOB,
    begun_at INTEGER NOT NULL
) STRICT;
CREATE INDEX portal_forms_of_session ON portal_forms (session);

-- Documents that wait for their form to be sent, by the BLAKE3 hash of their content.
CREATE TABLE portal_files (
    form BLOB NOT NULL REFERENCES portal_forms (id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    PRIMARY KEY (form, hash)
) STRICT;

-- Their contents, in pieces without a gap.
CREATE TABLE portal_file_slices (
    form BLOB NOT NULL,
    hash BLOB NOT NULL,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (form, hash, start),
    FOREIGN KEY (form, hash) REFERENCES portal_files (form, hash) ON DELETE CASCADE
) STRICT;

-- One-time codes that were sent to an address, by their keyed hash. content: what happens once the code is entered, as
-- JSON. A new code for the same purpose takes the place of the old one.
CREATE TABLE portal_codes (
    session BLOB NOT NULL REFERENCES portal_sessions (token_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    purpose TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    content TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    PRIMARY KEY (session, purpose)
) STRICT;

-- What is done so often only within a while, by a keyed hash of what it was done with.
CREATE TABLE portal_tries (
    key_hash BLOB NOT NULL,
    tried_at INTEGER NOT NULL
) STRICT;
CREATE INDEX portal_tries_of_key ON portal_tries (key_hash, tried_at);
