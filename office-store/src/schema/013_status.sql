-- What the status line counts after every deed is found without reading every complaint.
CREATE INDEX complaints_refused ON complaints (row) WHERE refused > 0;
