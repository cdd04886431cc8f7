-- revoked_number: the entry of the feed that says so; what the device signs after it has seen that entry does not
-- count. 0: nothing that it signs counts any more.
ALTER TABLE devices ADD COLUMN revoked_number BIGINT;

-- What a centre that was restored has taken back from the desks: operations that no signature of their device covers
-- here. signed: the head of the feed, signed by this very centre, that covers them instead.
CREATE TABLE adopted (
    device BIGINT NOT NULL REFERENCES devices (id),
    sequence BIGINT NOT NULL,
    signed BYTEA NOT NULL,
    PRIMARY KEY (device, sequence)
);

-- Lost operations whose place in their log was given to another one meanwhile: each stands in the centre's own log of
-- the office under another id.
CREATE TABLE reissued (
    lost_id BYTEA NOT NULL PRIMARY KEY,
    device BIGINT NOT NULL,
    sequence BIGINT NOT NULL
);

-- What a device signed after it was shut out: kept, and in no log.
CREATE TABLE quarantine (
    id BYTEA NOT NULL PRIMARY KEY,
    device BIGINT NOT NULL REFERENCES devices (id),
    sequence BIGINT NOT NULL,
    previous BYTEA NOT NULL,
    payload BYTEA NOT NULL,
    signed BYTEA NOT NULL,
    received_at BIGINT NOT NULL
);
