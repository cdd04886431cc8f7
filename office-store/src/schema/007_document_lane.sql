-- asked: somebody here wants to have it. unsure: parts of it were sent, or one of the two ends was restored, and the
-- centre has not said since how much it has. unwanted: nothing on the centre's record names it, or it is larger than the
-- centre takes.
ALTER TABLE documents ADD COLUMN asked    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN unsure   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN unwanted INTEGER NOT NULL DEFAULT 0;
DROP INDEX documents_to_send;
DROP INDEX documents_wanted;
CREATE INDEX documents_to_send ON documents (row) WHERE have = size AND acknowledged < size AND unwanted = 0;
CREATE INDEX documents_unsure ON documents (row) WHERE have = size AND unsure = 1;
CREATE INDEX documents_wanted ON documents (row) WHERE have < size AND asked = 1;
