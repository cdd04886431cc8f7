-- Clerks of whom nothing counts any more, as the feeds say it: what judging the next operation needs to know.
CREATE TABLE disabled_clerks (
    office BIGINT NOT NULL REFERENCES offices (code),
    clerk BYTEA NOT NULL,
    PRIMARY KEY (office, clerk)
);
