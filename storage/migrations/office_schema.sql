CREATE TABLE case_body (
  uuid TEXT PRIMARY KEY REFERENCES office_case (uuid) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE case_document (
  uuid     TEXT NOT NULL REFERENCES office_case (uuid) ON DELETE CASCADE,
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size     INTEGER NOT NULL CHECK (size > 0),
  PRIMARY KEY (uuid, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_reasons (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  version INTEGER NOT NULL CHECK (version > 0),
  content BLOB NOT NULL CHECK (length(content) > 0)
) STRICT;

CREATE TABLE office_case (
  uuid       TEXT PRIMARY KEY,
  epoch      INTEGER NOT NULL,
  code       TEXT NOT NULL CHECK (code <> ''),
  state      TEXT NOT NULL CHECK (state IN ('en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado')),
  action     TEXT NOT NULL,
  section    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  record     TEXT NOT NULL,
  doc_tipo   TEXT NOT NULL,
  doc_numero TEXT NOT NULL,
  apellidos  TEXT NOT NULL,
  nombres    TEXT NOT NULL,
  filed_at   TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deadline   TEXT,
  taken_by   TEXT NOT NULL,
  expediente TEXT NOT NULL,
  documents  INTEGER NOT NULL CHECK (documents >= 0),
  searched   TEXT NOT NULL CHECK (searched LIKE ' %') -- names, document, code and expediente
, reception TEXT NOT NULL DEFAULT '' CHECK (reception IN ('', 'done', 'lacking')), desk TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE office_file (
  number   INTEGER PRIMARY KEY,
  sha256   TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size     INTEGER NOT NULL CHECK (size > 0),
  received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
  held     INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1) AND (held = 0 OR received = size))
) STRICT;

CREATE TABLE office_file_part (
  file     INTEGER NOT NULL REFERENCES office_file (number) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  content  BLOB NOT NULL CHECK (length(content) > 0),
  UNIQUE (file, position)
) STRICT;

CREATE TABLE office_mark (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  epoch        TEXT,
  epoch_number INTEGER NOT NULL DEFAULT 0 CHECK (epoch_number >= 0),
  stale        INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
  cursor       TEXT,
  etag         TEXT,
  more         INTEGER NOT NULL DEFAULT 0 CHECK (more IN (0, 1)),
  server_time  TEXT,                                              -- of the newest stored page, by the server's clock
  succeeded_at TEXT,                                              -- end of the last complete exchange, by our clock
  attempt      INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0),   -- failures in a row
  not_before   TEXT,                                              -- the next try after them
  condition    TEXT NOT NULL DEFAULT '',                          -- the code of the last one
  reasons      INTEGER NOT NULL DEFAULT 0                         -- the version of decision_reasons that was announced
, roles TEXT NOT NULL DEFAULT '') STRICT;

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

CREATE TABLE office_pdf (
  number  INTEGER PRIMARY KEY,
  sha256  TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  content BLOB NOT NULL CHECK (length(content) > 0)
) STRICT;

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

CREATE TABLE packet_recipe (
  name     TEXT PRIMARY KEY CHECK (name <> ''),
  content  TEXT NOT NULL CHECK (json_valid(content)), -- documents.batch.recipe
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packet_volume (
  job    INTEGER NOT NULL REFERENCES packet_job (number) ON DELETE CASCADE,
  place  INTEGER NOT NULL CHECK (place > 0),
  state  TEXT NOT NULL CHECK (state IN ('named', 'done')),
  files  TEXT NOT NULL CHECK (json_valid(files)),
  folios INTEGER NOT NULL CHECK (folios >= 0),
  PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_answer (
  number     INTEGER PRIMARY KEY,
  doc_numero TEXT NOT NULL,
  question   TEXT NOT NULL,  -- kinds, months and request, as one text
  at         TEXT NOT NULL,
  UNIQUE (doc_numero, question)
) STRICT;

CREATE TABLE people_group (
  name     TEXT PRIMARY KEY CHECK (name <> ''),
  people   TEXT NOT NULL CHECK (json_valid(people)),
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE servant (
  doc_numero     TEXT PRIMARY KEY,
  epoch          INTEGER NOT NULL,
  doc_tipo       TEXT NOT NULL,
  apellidos      TEXT NOT NULL,
  nombres        TEXT NOT NULL,
  codigo_modular TEXT NOT NULL,  -- of the server, without the number of the post
  cargo          TEXT NOT NULL,
  codigo_ie      TEXT NOT NULL,  -- of the establecimiento
  institucion    TEXT NOT NULL,
  regimen        TEXT NOT NULL,
  searched       TEXT NOT NULL CHECK (searched LIKE ' %') -- names, document and code, as storage.search folds them
) STRICT, WITHOUT ROWID;

CREATE INDEX case_document_by_file ON case_document (sha256);

CREATE INDEX office_case_by_person ON office_case (doc_numero);

CREATE INDEX office_case_counted ON office_case (state, taken_by, deadline, reception);

CREATE INDEX office_case_in_order ON office_case (
  deadline IS NULL, deadline, CASE WHEN deadline IS NULL THEN '' ELSE filed_at END, changed_at DESC, uuid, state,
  taken_by, reception
);

CREATE INDEX office_paper_by_file ON office_paper (sha256);

CREATE INDEX servant_by_name ON servant (searched);

CREATE INDEX servant_by_place ON servant (institucion, codigo_ie, searched);
