-- revoked_number: the entry of the feed that says so; what the device signs after it has seen that entry does not
-- count. 0: nothing that it signs counts any more.
ALTER TABLE devices ADD COLUMN revoked_number INTEGER;

-- What a centre that was restored has taken back from the desks: operations that no signature of their device covers
-- here. signed: the head of the feed, signed by this very centre, that covers them instead.
CREATE TABLE adopted (
    device INTEGER NOT NULL REFERENCES devices (id),
    sequence INTEGER NOT NULL,
    signed BLOB NOT NULL,
    PRIMARY KEY (device, sequence)
) STRICT;

-- Lost operations whose place in their log was given to another one meanwhile: each stands in the centre's own log of
-- the office under another id.
CREATE TABLE reissued (
    lost_id BLOB NOT NULL PRIMARY KEY,
    device INTEGER NOT NULL,
    sequence INTEGER NOT NULL
) STRICT;

-- What a device signed after it was shut out: kept, and in no log.
CREATE TABLE quarantine (
    id BLOB NOT NULL PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices (id),
    sequence INTEGER NOT NULL,
    previous BLOB NOT NULL,
    payload BLOB NOT NULL,
    signed BLOB NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
