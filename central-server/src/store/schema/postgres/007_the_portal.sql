-- A citizen's account. email, phone: only what was confirmed, as it is compared; identity: the number as it was typed;
-- identity_key: the same as it is compared, once it was confirmed.
CREATE TABLE citizens (
    id BYTEA NOT NULL PRIMARY KEY,
    surname TEXT NOT NULL,
    other_names TEXT NOT NULL,
    identity TEXT NOT NULL,
    identity_key TEXT UNIQUE,
    email TEXT UNIQUE,
    phone TEXT UNIQUE,
    address TEXT NOT NULL,
    locality TEXT NOT NULL,
    language TEXT NOT NULL,
    password_salt BYTEA NOT NULL,
    password_memory_kib BIGINT NOT NULL,
    password_passes BIGINT NOT NULL,
    password_hash BYTEA NOT NULL,
    added_at BIGINT NOT NULL
);

-- Complaints that belong to an account because they were filed or opened while it was signed in.
CREATE TABLE citizen_complaints (
    citizen BYTEA NOT NULL REFERENCES citizens (id) ON DELETE CASCADE,
    complaint BYTEA NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (citizen, complaint)
);

-- The identity number that a complaint carries, as it is compared.
CREATE TABLE complaint_identities (
    complaint BYTEA NOT NULL PRIMARY KEY,
    identity_key TEXT NOT NULL
);
CREATE INDEX complaints_by_identity ON complaint_identities (identity_key);

-- A browser on the portal, by the hash of its cookie; citizen: whose account is signed in there.
CREATE TABLE portal_sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    citizen BYTEA REFERENCES citizens (id) ON DELETE CASCADE,
    begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX portal_sessions_of_citizen ON portal_sessions (citizen);

-- Complaints that were opened there with reference and access code, or filed there.
CREATE TABLE portal_opened (
    session BYTEA NOT NULL REFERENCES portal_sessions (token_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    complaint BYTEA NOT NULL,
    PRIMARY KEY (session, complaint)
);

-- What somebody is filling in. typed: the fields, as JSON. complaint: what came of it; sent a second time, the form leads
-- there again.
CREATE TABLE portal_forms (
    id BYTEA NOT NULL PRIMARY KEY,
    session BYTEA NOT NULL REFERENCES portal_sessions (token_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    typed TEXT NOT NULL,
    complaint BYTEA,
    begun_at BIGINT NOT NULL
);
CREATE INDEX portal_forms_of_session ON portal_forms (session);

-- Documents that wait for their form to be sent, by the BLAKE3 hash of their content.
CREATE TABLE portal_files (
    form BYTEA NOT NULL REFERENCES portal_forms (id) ON DELETE CASCADE,
    hash BYTEA NOT NULL,
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    width BIGINT,
    height BIGINT,
    PRIMARY KEY (form, hash)
);

-- Their contents, in pieces without a gap.
CREATE TABLE portal_file_slices (
    form BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    start BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (form, hash, start),
    FOREIGN KEY (form, hash) REFERENCES portal_files (form, hash) ON DELETE CASCADE
);

-- One-time codes that were sent to an address, by their keyed hash. content: what happens once the code is entered, as
-- JSON. A new code for the same purpose takes the place of the old one.
CREATE TABLE portal_codes (
    session BYTEA NOT NULL REFERENCES portal_sessions (token_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    purpose TEXT NOT NULL,
    code_hash BYTEA NOT NULL,
    content TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries_left BIGINT NOT NULL,
    PRIMARY KEY (session, purpose)
);

-- What is done so often only within a while, by a keyed hash of what it was done with.
CREATE TABLE portal_tries (
    key_hash BYTEA NOT NULL,
    tried_at BIGINT NOT NULL
);
CREATE INDEX portal_tries_of_key ON portal_tries (key_hash, tried_at);
