-- Lists that stay quick in a store of millions. is_open: not finished; is_unfiltered: it waits for the unit to pass it on;
-- due_rank: the day by which an answer is due, or where those stand that have none.
ALTER TABLE complaints ADD COLUMN is_open BIGINT NOT NULL DEFAULT 0;
ALTER TABLE complaints ADD COLUMN is_unfiltered BIGINT NOT NULL DEFAULT 0;
ALTER TABLE complaints ADD COLUMN due_rank BIGINT NOT NULL DEFAULT 0;

-- One for each order in which a list is walked through, so that a page reads its own lines and no others.
CREATE INDEX complaints_open ON complaints (urgent, due_rank, recorded_at, id) WHERE is_open = 1;
CREATE INDEX complaints_open_of_institution ON complaints (institution, urgent, due_rank, recorded_at, id)
    WHERE is_open = 1;
CREATE INDEX complaints_open_of_office ON complaints (office, urgent, due_rank, recorded_at, id) WHERE is_open = 1;
CREATE INDEX complaints_open_of_assignee ON complaints (assignee, urgent, due_rank, recorded_at, id)
    WHERE is_open = 1 AND assignee IS NOT NULL;
CREATE INDEX complaints_unfiltered ON complaints (urgent, recorded_at, id, channel) WHERE is_unfiltered = 1;
CREATE INDEX complaints_finished ON complaints (changed_at, id) WHERE is_open = 0;
CREATE INDEX complaints_latest ON complaints (changed_at, id);
CREATE INDEX complaints_latest_of_institution ON complaints (institution, changed_at, id);
CREATE INDEX complaints_latest_of_office ON complaints (office, changed_at, id);

-- What is counted for an overview is read from these alone.
CREATE INDEX complaints_standing ON complaints (institution, status, due_rank, assignee_name, restricted)
    WHERE is_open = 1;
CREATE INDEX complaints_by_month ON complaints (recorded_at, institution, status, assignee_name, restricted);
DROP INDEX complaints_by_due;
DROP INDEX complaints_by_institution;

-- The columns of all complaints are written anew.
UPDATE settings SET value = '' WHERE key = 'columns';

-- From here on each engine has its own: which words stand in which complaint, by the place in which it came.
CREATE TABLE searched (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    complaint BYTEA NOT NULL UNIQUE,
    words TSVECTOR NOT NULL
);
CREATE INDEX searched_words ON searched USING GIN (words);
