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

-- Documents of the office's people, fetched for packets: what the service answered to a question, and the bytes.
CREATE TABLE paper_answer (
  number     INTEGER PRIMARY KEY,
  doc_numero TEXT NOT NULL,
  question   TEXT NOT NULL,  -- kinds, months and request, as one text
  at         TEXT NOT NULL,
  UNIQUE (doc_numero, question)
) STRICT;

CREATE TABLE office_paper (
  answer    INTEGER NOT NULL REFERENCES paper_answer (number) ON DELETE CASCADE,
  part      TEXT NOT NULL,
  title     TEXT NOT NULL,
  periodo   TEXT NOT NULL,
  clase     TEXT NOT NULL,
  secuencia INTEGER NOT NULL,
  numero    TEXT NOT NULL,
  sha256    TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER NOT NULL CHECK (size > 0),
  UNIQUE (answer, part, sha256)
) STRICT;

CREATE INDEX office_paper_by_file ON office_paper (sha256);

CREATE TABLE office_pdf (
  number  INTEGER PRIMARY KEY,
  sha256  TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  content BLOB NOT NULL CHECK (length(content) > 0)
) STRICT;

PRAGMA user_version = 2;
