-- Clerks of whom nothing counts any more, as the feeds say it: what judging the next operation needs to know.
CREATE TABLE disabled_clerks (
    office INTEGER NOT NULL REFERENCES offices (code),
    clerk BLOB NOT NULL,
    PRIMARY KEY (office, clerk)
) STRICT, WITHOUT ROWID;
