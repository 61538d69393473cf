-- Carried packets lie many in one file of the profile's folder, written and fsynced once. `pack`: its name, '' for one
-- that lies in a file of its own; `start`: where its part begins there.

ALTER TABLE carried ADD COLUMN pack TEXT NOT NULL DEFAULT '';
ALTER TABLE carried ADD COLUMN start INTEGER NOT NULL DEFAULT 8 CHECK (start >= 8);
CREATE INDEX carried_of_pack ON carried (pack);
PRAGMA user_version = 7;
