-- Letters that were printed or saved on this computer: a further copy says that it is one. step: the mark of the step
-- that the letter is about, in hexadecimal; empty for the registration.
CREATE TABLE letters (
    complaint  BLOB NOT NULL,
    kind       TEXT NOT NULL,
    step       TEXT NOT NULL,
    written_at TEXT NOT NULL,
    author     TEXT NOT NULL,
    PRIMARY KEY (complaint, kind, step)
) STRICT;
