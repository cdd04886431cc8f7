-- The centre's store. Times are milliseconds since 1970 in UTC, offsets minutes ahead of UTC, days are days since
-- 1970-01-01. This file is never changed after its release; what changes later stands in a step of its own.
CREATE TABLE migrations (
    number INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

-- centre_key: the public key that the store was made with, in hexadecimal digits; profile: the digest in force.
CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings (key, value) VALUES ('centre_key', ''), ('profile', '');

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
INSERT INTO counters (name, value) VALUES ('device', 0);

-- Every profile that was ever in force: feeds name them for ever.
CREATE TABLE profiles (
    digest BLOB NOT NULL PRIMARY KEY,
    bundle BLOB NOT NULL,
    since INTEGER NOT NULL
) STRICT;

-- An office, the end of its feed, and the centre's own log for it. Whoever writes to an office locks its row first.
CREATE TABLE offices (
    code INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    feed_epoch INTEGER NOT NULL,
    feed_number INTEGER NOT NULL,
    feed_hash BLOB NOT NULL,
    feed_signed BLOB NOT NULL,
    log_device INTEGER NOT NULL,
    last_device_number INTEGER NOT NULL
) STRICT;

-- Number 0 in an office is the centre's own log.
CREATE TABLE devices (
    id INTEGER NOT NULL PRIMARY KEY,
    office INTEGER NOT NULL REFERENCES offices (code),
    number INTEGER NOT NULL,
    key BLOB NOT NULL,
    salts BLOB NOT NULL,
    head_sequence INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER,
    UNIQUE (office, number)
) STRICT;

CREATE TABLE enrolment_codes (
    code_hash BLOB NOT NULL PRIMARY KEY,
    office INTEGER NOT NULL REFERENCES offices (code),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    device INTEGER REFERENCES devices (id)
) STRICT;

-- Every operation as it came. office: in whose feed it stands; complaint: what it is about, if it could be read.
CREATE TABLE operations (
    id BLOB NOT NULL PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices (id),
    sequence INTEGER NOT NULL,
    previous BLOB NOT NULL,
    payload BLOB NOT NULL,
    complaint BLOB,
    office INTEGER NOT NULL REFERENCES offices (code),
    received_at INTEGER NOT NULL,
    UNIQUE (device, sequence)
) STRICT;

-- The signed part of each request that brought something, as evidence: it covers first_sequence to last_sequence.
CREATE TABLE batches (
    device INTEGER NOT NULL REFERENCES devices (id),
    last_sequence INTEGER NOT NULL,
    first_sequence INTEGER NOT NULL,
    signed BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (device, last_sequence)
) STRICT;

-- kind 1: an operation (device, sequence, verdict); all others carry their body. previous: the id of the operation
-- before it, where the feed does not tell it.
CREATE TABLE feed (
    office INTEGER NOT NULL REFERENCES offices (code),
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    device INTEGER,
    sequence INTEGER,
    verdict BLOB,
    previous BLOB,
    payload_bytes INTEGER NOT NULL,
    body BLOB,
    hash BLOB NOT NULL,
    PRIMARY KEY (office, number)
) STRICT, WITHOUT ROWID;

-- Which devices a feed knows, and how far it holds their logs.
CREATE TABLE feed_devices (
    office INTEGER NOT NULL REFERENCES offices (code),
    device INTEGER NOT NULL REFERENCES devices (id),
    last_sequence INTEGER NOT NULL,
    PRIMARY KEY (office, device)
) STRICT, WITHOUT ROWID;

-- state: the fold of the complaint's operations; all other columns follow from it and exist to be searched.
-- A restored computer may issue a reference twice, so it is not unique.
CREATE TABLE complaints (
    id BLOB NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL,
    office INTEGER NOT NULL REFERENCES offices (code),
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    institution TEXT NOT NULL,
    subject TEXT NOT NULL,
    citizen TEXT NOT NULL,
    locality TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL,
    due_on INTEGER,
    changed_at INTEGER NOT NULL,
    changed_offset INTEGER NOT NULL,
    version INTEGER NOT NULL,
    words TEXT NOT NULL,
    state BLOB NOT NULL
) STRICT;
CREATE INDEX complaints_by_reference ON complaints (reference);
CREATE INDEX complaints_by_office ON complaints (office, id);
CREATE INDEX complaints_by_institution ON complaints (institution, status);

-- institution: empty for the unit at the centre.
CREATE TABLE agents (
    id BLOB NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    institution TEXT NOT NULL,
    password_salt BLOB NOT NULL,
    password_memory_kib INTEGER NOT NULL,
    password_passes INTEGER NOT NULL,
    password_hash BLOB NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    agent BLOB NOT NULL REFERENCES agents (id),
    begun_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;
