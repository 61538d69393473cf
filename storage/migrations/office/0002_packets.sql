-- Packets for many people: recipes and groups that were saved, and the state of each job, so that one that was cut off
-- goes on. What is here of a job is written before its files take their names (storage.packets). Instants as ISO 8601.

CREATE TABLE packet_recipe (
  name     TEXT PRIMARY KEY CHECK (name <> ''),
  content  TEXT NOT NULL CHECK (json_valid(content)), -- documents.batch.recipe
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people_group (
  name     TEXT PRIMARY KEY CHECK (name <> ''),
  people   TEXT NOT NULL CHECK (json_valid(people)),
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packet_job (
  number   INTEGER PRIMARY KEY,
  uuid     TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  recipe   TEXT NOT NULL CHECK (json_valid(recipe)),
  folder   TEXT NOT NULL CHECK (folder <> ''),
  office   TEXT NOT NULL,                                   -- as covers name it
  begun_at TEXT NOT NULL,
  ended_at TEXT,
  trouble  TEXT NOT NULL DEFAULT '',                        -- why it stopped by itself, a code
  work     TEXT NOT NULL,                                   -- the name of its working folder, inside `folder`
  CHECK (ended_at IS NULL OR trouble = '')
) STRICT;

-- `state`: waiting; named = whole on the disk, about to take its name; done; nothing = there was none of what was asked
-- for; refused = it cannot be made, `refusal` says why. `files`: names, sizes, digests.
CREATE TABLE packet_person (
  job     INTEGER NOT NULL REFERENCES packet_job (number) ON DELETE CASCADE,
  place   INTEGER NOT NULL CHECK (place > 0),
  person  TEXT NOT NULL CHECK (json_valid(person)),
  state   TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'named', 'done', 'nothing', 'refused')),
  files   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files)),
  lacking TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lacking)),
  pages   INTEGER NOT NULL DEFAULT 0 CHECK (pages >= 0),
  count   INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),     -- documents
  drawn   INTEGER NOT NULL DEFAULT 0 CHECK (drawn IN (0, 1)), -- all of them by this program
  refusal TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;

-- The files of a job whose people go into common ones.
CREATE TABLE packet_volume (
  job    INTEGER NOT NULL REFERENCES packet_job (number) ON DELETE CASCADE,
  place  INTEGER NOT NULL CHECK (place > 0),
  state  TEXT NOT NULL CHECK (state IN ('named', 'done')),
  files  TEXT NOT NULL CHECK (json_valid(files)),
  folios INTEGER NOT NULL CHECK (folios >= 0),
  PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
