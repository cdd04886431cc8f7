-- shelved_at: since then the whole content lies outside of the database, under its hash, and has no pieces here. NULL: it
-- is here, as far as it has come.
ALTER TABLE documents ADD COLUMN shelved_at BIGINT;
CREATE INDEX documents_here ON documents (office, hash) WHERE shelved_at IS NULL AND have = size;

-- Where they lie: s3://bucket/prefix, or nothing while all of them are here.
INSERT INTO settings (key, value) VALUES ('documents', '');
