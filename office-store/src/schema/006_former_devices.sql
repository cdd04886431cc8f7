-- Which devices this computer was before it began anew as another one: what was refused of theirs stays its task.
CREATE TABLE former_devices (
    device INTEGER NOT NULL PRIMARY KEY
) STRICT;
