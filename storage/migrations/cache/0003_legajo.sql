-- The legajo as the office files it, requests as the office knows them, the papers it makes; and what the person has seen.
-- `body` is the fact as JSON; columns beside it are what lists and joins need.

ALTER TABLE person ADD COLUMN roles TEXT NOT NULL DEFAULT '["servidor"]' CHECK (json_valid(roles));
ALTER TABLE person ADD COLUMN oficina TEXT CHECK (json_valid(oficina));

CREATE TABLE legajo_record (
  id       TEXT PRIMARY KEY,
  epoch    INTEGER NOT NULL,
  section  TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 0),
  body     TEXT NOT NULL CHECK (json_valid(body)),
  searched TEXT NOT NULL CHECK (searched LIKE ' %')
) STRICT;

CREATE INDEX legajo_record_by_section ON legajo_record (section);

CREATE TABLE office_request (
  uuid     TEXT PRIMARY KEY,
  epoch    INTEGER NOT NULL,
  code     TEXT NOT NULL CHECK (code <> ''),
  state    TEXT NOT NULL CHECK (state IN ('en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado')),
  record   TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX office_request_by_record ON office_request (record);

CREATE TABLE paper (
  id            TEXT PRIMARY KEY,
  epoch         INTEGER NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('hoja_de_vida', 'informe_escalafonario', 'constancia')),
  titulo        TEXT NOT NULL,
  numero        TEXT NOT NULL,
  emitido       TEXT NOT NULL,
  vigente_hasta TEXT,
  request       TEXT NOT NULL,
  pdf           INTEGER NOT NULL REFERENCES pdf (number)
) STRICT;

CREATE INDEX paper_by_pdf ON paper (pdf);

-- Files of documents that the person asked to see.
CREATE TABLE wanted_file (
  pdf INTEGER PRIMARY KEY REFERENCES pdf (number)
) STRICT;

CREATE TABLE record_seen (
  record  TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE state_seen (
  request TEXT PRIMARY KEY,
  state   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE last_look (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at   TEXT NOT NULL
) STRICT;

CREATE TABLE legajo_catalogue (
  only     INTEGER PRIMARY KEY CHECK (only = 1),
  version  INTEGER NOT NULL CHECK (version > 0),
  content  BLOB NOT NULL CHECK (length(content) > 0),
  received TEXT NOT NULL
) STRICT;

CREATE TABLE legajo_catalogue_offer (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  version    INTEGER NOT NULL CHECK (version > 0),
  refused_at TEXT
) STRICT;

-- Every file that a document of a fact names.
CREATE VIEW document_file AS
  SELECT json_extract(document.value, '$.sha256') AS sha256, json_extract(document.value, '$.size') AS size
  FROM legajo_record, json_each(legajo_record.body, '$.documents') AS document
  UNION
  SELECT json_extract(document.value, '$.sha256'), json_extract(document.value, '$.size')
  FROM office_request, json_each(office_request.body, '$.content.documents') AS document;

PRAGMA user_version = 3;
