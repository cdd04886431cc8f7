-- The centre's signatures along the feed: on the head after the entry. What a centre has lost of its feed is told
-- back to it with them.
ALTER TABLE feed ADD COLUMN signed BLOB;

-- The key of a computer that began anew after it was restored or cloned, and the one that it has drawn for the next
-- time: it is kept before the centre hears of it.
ALTER TABLE identity ADD COLUMN seed BLOB;
ALTER TABLE identity ADD COLUMN next_seed BLOB;
ALTER TABLE identity ADD COLUMN next_salts BLOB;

-- Heads of the feed that the centre had signed and no longer had after it was restored: evidence.
CREATE TABLE replaced_heads (
    number INTEGER NOT NULL,
    signed BLOB    NOT NULL,
    PRIMARY KEY (number, signed)
) STRICT;

-- What the feed brought and could not be folded here: kept, shown, and in nobody's way.
CREATE TABLE quarantine (
    operation BLOB NOT NULL PRIMARY KEY,
    reason    TEXT NOT NULL
) STRICT;
