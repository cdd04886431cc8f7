-- Programs that may file, by the keyed hash of their key; removed ones stay, so that their name is not given twice.
CREATE TABLE api_keys (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    key_hash BLOB NOT NULL UNIQUE,
    per_hour INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;

-- How often a key was used in an hour since 1970: two servers on one database keep one limit.
CREATE TABLE api_key_uses (
    key BLOB NOT NULL REFERENCES api_keys (id),
    hour INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (key, hour)
) STRICT, WITHOUT ROWID;

CREATE INDEX complaints_by_arrival ON complaints (recorded_at, id);
