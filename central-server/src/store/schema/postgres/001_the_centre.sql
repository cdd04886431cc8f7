-- The centre's store. Times are milliseconds since 1970 in UTC, offsets minutes ahead of UTC, days are days since
-- 1970-01-01. This file is never changed after its release; what changes later stands in a step of its own.
CREATE TABLE migrations (
    number BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);

-- centre_key: the public key that the store was made with, in hexadecimal digits; profile: the digest in force.
CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO settings (key, value) VALUES ('centre_key', ''), ('profile', '');

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('device', 0);

-- Every profile that was ever in force: feeds name them for ever.
CREATE TABLE profiles (
    digest BYTEA NOT NULL PRIMARY KEY,
    bundle BYTEA NOT NULL,
    since BIGINT NOT NULL
);

-- An office, the end of its feed, and the centre's own log for it. Whoever writes to an office locks its row first.
CREATE TABLE offices (
    code BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    feed_epoch BIGINT NOT NULL,
    feed_number BIGINT NOT NULL,
    feed_hash BYTEA NOT NULL,
    feed_signed BYTEA NOT NULL,
    log_device BIGINT NOT NULL,
    last_device_number BIGINT NOT NULL
);

-- Number 0 in an office is the centre's own log.
CREATE TABLE devices (
    id BIGINT NOT NULL PRIMARY KEY,
    office BIGINT NOT NULL REFERENCES offices (code),
    number BIGINT NOT NULL,
    key BYTEA NOT NULL,
    salts BYTEA NOT NULL,
    head_sequence BIGINT NOT NULL,
    head_hash BYTEA NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT,
    UNIQUE (office, number)
);

CREATE TABLE enrolment_codes (
    code_hash BYTEA NOT NULL PRIMARY KEY,
    office BIGINT NOT NULL REFERENCES offices (code),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    device BIGINT REFERENCES devices (id)
);

-- Every operation as it came. office: in whose feed it stands; complaint: what it is about, if it could be read.
CREATE TABLE operations (
    id BYTEA NOT NULL PRIMARY KEY,
    device BIGINT NOT NULL REFERENCES devices (id),
    sequence BIGINT NOT NULL,
    previous BYTEA NOT NULL,
    payload BYTEA NOT NULL,
    complaint BYTEA,
    office BIGINT NOT NULL REFERENCES offices (code),
    received_at BIGINT NOT NULL,
    UNIQUE (device, sequence)
);

-- The signed part of each request that brought something, as evidence: it covers first_sequence to last_sequence.
CREATE TABLE batches (
    device BIGINT NOT NULL REFERENCES devices (id),
    last_sequence BIGINT NOT NULL,
    first_sequence BIGINT NOT NULL,
    signed BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (device, last_sequence)
);

-- kind 1: an operation (device, sequence, verdict); all others carry their body. previous: the id of the operation
-- before it, where the feed does not tell it.
CREATE TABLE feed (
    office BIGINT NOT NULL REFERENCES offices (code),
    number BIGINT NOT NULL,
    kind BIGINT NOT NULL,
    device BIGINT,
    sequence BIGINT,
    verdict BYTEA,
    previous BYTEA,
    payload_bytes BIGINT NOT NULL,
    body BYTEA,
    hash BYTEA NOT NULL,
    PRIMARY KEY (office, number)
);

-- Which devices a feed knows, and how far it holds their logs.
CREATE TABLE feed_devices (
    office BIGINT NOT NULL REFERENCES offices (code),
    device BIGINT NOT NULL REFERENCES devices (id),
    last_sequence BIGINT NOT NULL,
    PRIMARY KEY (office, device)
);

-- state: the fold of the complaint's operations; all other columns follow from it and exist to be searched.
-- A restored computer may issue a reference twice, so it is not unique.
CREATE TABLE complaints (
    id BYTEA NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL,
    office BIGINT NOT NULL REFERENCES offices (code),
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    institution TEXT NOT NULL,
    subject TEXT NOT NULL,
    citizen TEXT NOT NULL,
    locality TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_offset BIGINT NOT NULL,
    due_on BIGINT,
    changed_at BIGINT NOT NULL,
    changed_offset BIGINT NOT NULL,
    version BIGINT NOT NULL,
    words TEXT NOT NULL,
    state BYTEA NOT NULL
);
CREATE INDEX complaints_by_reference ON complaints (reference);
CREATE INDEX complaints_by_office ON complaints (office, id);
CREATE INDEX complaints_by_institution ON complaints (institution, status);

-- institution: empty for the unit at the centre.
CREATE TABLE agents (
    id BYTEA NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    institution TEXT NOT NULL,
    password_salt BYTEA NOT NULL,
    password_memory_kib BIGINT NOT NULL,
    password_passes BIGINT NOT NULL,
    password_hash BYTEA NOT NULL,
    added_at BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    agent BYTEA NOT NULL REFERENCES agents (id),
    begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
