-- Every version of the profile that was put in force: who, when, why. Its files stand in "profiles", by the digest.
-- origin: folder (a start brought it), pages, command.
CREATE TABLE profile_versions (
    number INTEGER NOT NULL,
    digest BLOB NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (number)
) STRICT, WITHOUT ROWID;

-- The version that is being written. slot: always 1. Whoever writes says which revision was read.
CREATE TABLE profile_drafts (
    slot INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    base BLOB NOT NULL,
    bundle BLOB NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (slot)
) STRICT, WITHOUT ROWID;

-- profile_base: the folder that came into force last. profile_offered: a folder that has changed since, while the pages had
-- changed the profile too. Digests in hexadecimal digits, or empty.
INSERT INTO settings (key, value) VALUES ('profile_base', ''), ('profile_offered', '');
