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
) STRICT;

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
) STRICT;

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

CREATE INDEX office_case_by_state ON office_case (state, deadline, filed_at);

CREATE INDEX servant_by_name ON servant (searched);

CREATE INDEX servant_by_place ON servant (institucion, codigo_ie, searched);
