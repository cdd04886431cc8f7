-- How many complaints are open, by all that an overview counts them by; office: the one that holds them, so that no two
-- offices wait for each other.
CREATE TABLE open_counts (
    office INTEGER NOT NULL REFERENCES offices (code),
    institution TEXT NOT NULL,
    assignee_name TEXT NOT NULL,
    status TEXT NOT NULL,
    restricted INTEGER NOT NULL,
    due_rank INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (office, institution, assignee_name, status, restricted, due_rank)
) STRICT, WITHOUT ROWID;
INSERT INTO open_counts (office, institution, assignee_name, status, restricted, due_rank, number)
    SELECT office, institution, assignee_name, status, restricted, due_rank, count(*) FROM complaints
    WHERE is_open = 1 GROUP BY office, institution, assignee_name, status, restricted, due_rank;
DROP INDEX figure_facts_by_due_day;
