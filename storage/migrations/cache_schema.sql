CREATE VIEW document_file AS
  SELECT json_extract(document.value, '$.sha256') AS sha256, json_extract(document.value, '$.size') AS size
  FROM legajo_record, json_each(legajo_record.body, '$.documents') AS document
  UNION
  SELECT json_extract(document.value, '$.sha256'), json_extract(document.value, '$.size')
  FROM office_request, json_each(office_request.body, '$.content.documents') AS document;

CREATE TABLE bundle (
  only     INTEGER PRIMARY KEY CHECK (only = 1),
  id       TEXT NOT NULL CHECK (length(id) = 64 AND id NOT GLOB '*[^0-9a-f]*'),
  size     INTEGER NOT NULL CHECK (size > 0),
  count    INTEGER NOT NULL CHECK (count > 0),
  received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size)
) STRICT;

CREATE TABLE bundle_part (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  content  BLOB NOT NULL CHECK (length(content) > 0)
) STRICT;

CREATE TABLE concept (
  codigo      TEXT NOT NULL,
  desde       INTEGER NOT NULL CHECK (desde % 100 BETWEEN 1 AND 12),
  hasta       INTEGER CHECK (hasta % 100 BETWEEN 1 AND 12),
  epoch       INTEGER NOT NULL,
  nombre      TEXT NOT NULL,
  explicacion TEXT NOT NULL,
  norma       TEXT NOT NULL,
  searched    TEXT NOT NULL, digest BLOB CHECK (length(digest) = 16),
  PRIMARY KEY (codigo, desde)
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

CREATE TABLE legajo_record (
  id       TEXT PRIMARY KEY,
  epoch    INTEGER NOT NULL,
  section  TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 0),
  body     TEXT NOT NULL CHECK (json_valid(body)),
  searched TEXT NOT NULL CHECK (searched LIKE ' %')
, digest BLOB CHECK (length(digest) = 16)) STRICT;

CREATE TABLE mnemonic (
  codigo   TEXT PRIMARY KEY,
  searched TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE office_look (
  id     TEXT PRIMARY KEY,
  epoch  INTEGER NOT NULL,
  at     TEXT NOT NULL,
  until  TEXT NOT NULL,
  times  INTEGER NOT NULL CHECK (times > 0),
  who    TEXT NOT NULL,
  office TEXT NOT NULL,
  why    TEXT NOT NULL,
  what   TEXT NOT NULL,
  digest BLOB CHECK (length(digest) = 16)
) STRICT;

CREATE TABLE office_request (
  uuid     TEXT PRIMARY KEY,
  epoch    INTEGER NOT NULL,
  code     TEXT NOT NULL CHECK (code <> ''),
  state    TEXT NOT NULL CHECK (state IN ('en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado')),
  record   TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body))
, digest BLOB CHECK (length(digest) = 16)) STRICT;

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
, digest BLOB CHECK (length(digest) = 16), replaced_by TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE pay_day (
  periodo INTEGER PRIMARY KEY CHECK (periodo % 100 BETWEEN 1 AND 12),
  epoch   INTEGER NOT NULL,
  fecha   TEXT NOT NULL,
  nota    TEXT NOT NULL,
  norma   TEXT NOT NULL
, digest BLOB CHECK (length(digest) = 16)) STRICT;

CREATE TABLE payee (
  number      INTEGER PRIMARY KEY,
  doc_tipo    TEXT NOT NULL,
  doc_numero  TEXT NOT NULL,
  apellidos   TEXT NOT NULL,
  nombres     TEXT NOT NULL,
  searched    TEXT NOT NULL CHECK (searched LIKE ' %'),
  UNIQUE (doc_numero, doc_tipo, apellidos, nombres)
) STRICT;

CREATE TABLE payslip (
  number                  INTEGER PRIMARY KEY,
  id                      TEXT NOT NULL UNIQUE,
  epoch                   INTEGER NOT NULL,
  payee                   INTEGER NOT NULL REFERENCES payee (number),
  periodo                 INTEGER NOT NULL CHECK (periodo % 100 BETWEEN 1 AND 12),
  secuencia               INTEGER NOT NULL CHECK (secuencia >= 0),
  name                    TEXT NOT NULL, -- payee.searched again: the order within a payroll, readable from the index alone
  clase                   TEXT NOT NULL CHECK (clase IN ('mensual', 'adicional', 'judicial')),
  codigo_modular_servidor TEXT NOT NULL,
  cargo                   TEXT NOT NULL,
  numero_boleta           TEXT NOT NULL,
  fecha_pago              TEXT,
  total_haberes           INTEGER NOT NULL,
  total_descuentos        INTEGER NOT NULL,
  liquido                 INTEGER NOT NULL,
  pdf                     INTEGER REFERENCES pdf (number),
  held                    INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1) AND (held = 0 OR pdf IS NOT NULL)),
  printed                 TEXT NOT NULL CHECK (json_valid(printed))
, digest BLOB CHECK (length(digest) = 16)) STRICT;

CREATE TABLE payslip_line (
  payslip  INTEGER NOT NULL REFERENCES payslip (number) ON DELETE CASCADE,
  kind     INTEGER NOT NULL CHECK (kind IN (1, -1)), -- 1 haber, -1 descuento
  position INTEGER NOT NULL CHECK (position >= 0),
  codigo   TEXT NOT NULL,
  monto    INTEGER NOT NULL CHECK (monto > 0),
  PRIMARY KEY (payslip, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pdf (
  number    INTEGER PRIMARY KEY,
  sha256    TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size      INTEGER NOT NULL CHECK (size >= 0),
  received  INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
  held      INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1) AND (held = 0 OR received = size))
) STRICT;

CREATE TABLE pdf_content (
  pdf     INTEGER PRIMARY KEY REFERENCES pdf (number) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE pdf_part (
  pdf      INTEGER NOT NULL REFERENCES pdf (number) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  content  BLOB NOT NULL CHECK (length(content) > 0),
  UNIQUE (pdf, position)
) STRICT;

CREATE TABLE person (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  epoch      INTEGER NOT NULL,
  doc_tipo   TEXT NOT NULL,
  doc_numero TEXT NOT NULL,
  apellidos  TEXT NOT NULL,
  nombres    TEXT NOT NULL,
  correo     TEXT NOT NULL
, roles TEXT NOT NULL DEFAULT '["servidor"]' CHECK (json_valid(roles)), oficina TEXT CHECK (json_valid(oficina)), digest BLOB CHECK (length(digest) = 16)) STRICT;

CREATE TABLE record_seen (
  record  TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE retry_mark (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  attempt    INTEGER NOT NULL CHECK (attempt >= 0),
  not_before TEXT NOT NULL,
  condition  TEXT NOT NULL
) STRICT;

CREATE TABLE seen (
  payslip_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  only              INTEGER PRIMARY KEY CHECK (only = 1),
  server            TEXT NOT NULL,
  user              TEXT NOT NULL,
  access_token      TEXT NOT NULL,
  access_expires_at TEXT NOT NULL,
  refresh_token     TEXT CHECK (refresh_token IS NULL OR refresh_token <> '')
) STRICT;

CREATE TABLE skipped_fact (
  kind   TEXT NOT NULL,
  id     TEXT NOT NULL,
  epoch  INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 16),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE state_seen (
  request TEXT PRIMARY KEY,
  state   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stick_down (
  packet   TEXT PRIMARY KEY CHECK (length(packet) = 32),
  made_at  TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  facts    INTEGER NOT NULL CHECK (facts >= 0),
  pdfs     INTEGER NOT NULL CHECK (pdfs >= 0)
) STRICT;

CREATE TABLE stick_keys (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE sync_mark (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  epoch        TEXT,
  epoch_number INTEGER NOT NULL DEFAULT 0 CHECK (epoch_number >= 0),
  stale        INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
  cursor       TEXT,
  etag         TEXT,
  more         INTEGER NOT NULL DEFAULT 0 CHECK (more IN (0, 1)),
  server_time  TEXT,
  succeeded_at TEXT
, next_sync_after INTEGER CHECK (next_sync_after >= 0), rebuilt_at TEXT) STRICT;

CREATE TABLE thrift (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  saver  INTEGER NOT NULL DEFAULT 0 CHECK (saver IN (0, 1)),
  budget INTEGER CHECK (budget > 0)
) STRICT;

CREATE TABLE traffic (
  periodo  INTEGER PRIMARY KEY CHECK (periodo % 100 BETWEEN 1 AND 12),
  received INTEGER NOT NULL CHECK (received >= 0),
  sent     INTEGER NOT NULL CHECK (sent >= 0),
  requests INTEGER NOT NULL CHECK (requests >= 0)
) STRICT;

CREATE TABLE trust_list (
  only     INTEGER PRIMARY KEY CHECK (only = 1),
  version  INTEGER NOT NULL CHECK (version > 0),
  content  BLOB NOT NULL CHECK (length(content) > 0),
  received TEXT NOT NULL
) STRICT;

CREATE TABLE trust_offer (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  version    INTEGER NOT NULL CHECK (version > 0),
  refused_at TEXT
) STRICT;

CREATE TABLE wanted_file (
  pdf INTEGER PRIMARY KEY REFERENCES pdf (number)
) STRICT;

CREATE INDEX legajo_record_by_section ON legajo_record (section);

CREATE INDEX office_look_by_time ON office_look (until DESC);

CREATE INDEX office_request_by_record ON office_request (record);

CREATE INDEX paper_by_pdf ON paper (pdf);

CREATE INDEX pay_day_by_date ON pay_day (fecha);

CREATE INDEX payslip_by_payee ON payslip (payee, periodo DESC, secuencia DESC, name, held);

CREATE INDEX payslip_by_pdf ON payslip (pdf) WHERE pdf IS NOT NULL;

CREATE INDEX payslip_by_period ON payslip (periodo DESC, secuencia DESC, name, payee);

CREATE INDEX payslip_by_post ON payslip (codigo_modular_servidor, periodo DESC);

CREATE INDEX payslip_counted ON payslip (periodo, payee, held);

CREATE INDEX payslip_wanting ON payslip (periodo DESC, secuencia DESC, pdf) WHERE pdf IS NOT NULL AND held = 0;
