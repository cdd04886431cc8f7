-- Programs that may file, by the keyed hash of their key; removed ones stay, so that their name is not given twice.
CREATE TABLE api_keys (
    id BYTEA NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    key_hash BYTEA NOT NULL UNIQUE,
    per_hour BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    removed_at BIGINT
);

-- How often a key was used in an hour since 1970: two servers on one database keep one limit.
CREATE TABLE api_key_uses (
    key BYTEA NOT NULL REFERENCES api_keys (id),
    hour BIGINT NOT NULL,
    requests BIGINT NOT NULL,
    PRIMARY KEY (key, hour)
);

CREATE INDEX complaints_by_arrival ON complaints (recorded_at, id);
