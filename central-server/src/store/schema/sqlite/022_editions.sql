-- By which edition of the rules the states were folded: an older one than the program's is folded once more.
INSERT INTO settings (key, value) VALUES ('edition', '');

-- What was done about a complaint is looked up when it is handed over and when somebody asks for a proof.
CREATE INDEX operations_by_complaint ON operations (complaint);
