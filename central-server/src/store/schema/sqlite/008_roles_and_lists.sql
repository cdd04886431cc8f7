-- office: of whoever works for an office on the centre's pages. disabled_at: since when an agent may not sign in;
-- one_time_since: since when the password is one that was drawn for the agent.
ALTER TABLE agents ADD COLUMN office INTEGER;
ALTER TABLE agents ADD COLUMN disabled_at INTEGER;
ALTER TABLE agents ADD COLUMN one_time_since INTEGER;

-- More that follows from a complaint's state and the profile in force, to be searched: due_on counts the days that the
-- citizen took from now on. matter: as words, without the citizen; discreet: it was not taken openly.
ALTER TABLE complaints ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE complaints ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE complaints ADD COLUMN discreet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE complaints ADD COLUMN channel TEXT NOT NULL DEFAULT 'counter';
ALTER TABLE complaints ADD COLUMN assignee BLOB;
ALTER TABLE complaints ADD COLUMN assignee_name TEXT NOT NULL DEFAULT '';
ALTER TABLE complaints ADD COLUMN merged_into BLOB;
ALTER TABLE complaints ADD COLUMN matter TEXT NOT NULL DEFAULT '';
CREATE INDEX complaints_by_due ON complaints (due_on);
CREATE INDEX complaints_by_merged ON complaints (merged_into);
CREATE INDEX complaints_by_category ON complaints (category, recorded_at);

-- columns: by which profile the columns of the complaints were written; empty: by none, or an older version wrote them.
INSERT INTO settings (key, value) VALUES ('columns', '');
