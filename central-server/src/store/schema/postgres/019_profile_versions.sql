-- Every version of the profile that was put in force: who, when, why. Its files stand in "profiles", by the digest.
-- origin: folder (a start brought it), pages, command.
CREATE TABLE profile_versions (
    number BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (number)
);

-- The version that is being written. slot: always 1. Whoever writes says which revision was read.
CREATE TABLE profile_drafts (
    slot BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    base BYTEA NOT NULL,
    bundle BYTEA NOT NULL,
    author TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (slot)
);

-- profile_base: the folder that came into force last. profile_offered: a folder that has changed since, while the pages had
-- changed the profile too. Digests in hexadecimal digits, or empty.
INSERT INTO settings (key, value) VALUES ('profile_base', ''), ('profile_offered', '');
