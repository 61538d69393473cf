CREATE VIEW decision_head AS
  SELECT first.uuid FROM decision AS first
  WHERE first.state IN ('espera', 'enviando')
    AND NOT EXISTS (
      SELECT 1 FROM decision AS ahead
      WHERE ahead.request = first.request AND ahead.place < first.place AND ahead.state IN ('espera', 'enviando'));

CREATE VIEW named_file AS
  SELECT json_extract(document.value, '$.sha256') AS sha256
  FROM update_request AS naming, json_each(naming.body, '$.documents') AS document;

CREATE VIEW needed_file AS
  SELECT json_extract(document.value, '$.sha256') AS sha256
  FROM update_request AS living, json_each(living.body, '$.documents') AS document
  WHERE living.state NOT IN ('atendido', 'anulado')
    AND (living.state <> 'rechazado' OR NOT EXISTS (
      SELECT 1 FROM update_request AS newer WHERE newer.replaces = living.uuid AND newer.state <> 'borrador'));

CREATE VIEW queue_head AS
  SELECT first.uuid FROM update_request AS first
  WHERE first.state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red')
    AND NOT EXISTS (
      SELECT 1 FROM update_request AS ahead
      WHERE ahead.section = first.section AND ahead.place < first.place
        AND (ahead.state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red')
          OR (ahead.state IN ('en_solicitud', 'observado') AND ahead.cancel_wanted)));

CREATE TRIGGER decision_arrows
BEFORE UPDATE OF state ON decision
WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES
  ('espera', 'enviando'), ('espera', 'retirada'), ('espera', 'cuarentena'),
  ('enviando', 'espera'), ('enviando', 'hecha'), ('enviando', 'cuarentena'),
  ('cuarentena', 'retirada'))
BEGIN
  SELECT RAISE(ABORT, 'a decision never goes back, nor beside its arrows');
END;

CREATE TRIGGER decision_frozen
BEFORE UPDATE OF uuid, place, batch, request, code, who, deed, reason, seen, follows, decided_at, ready_at,
  reception ON decision
BEGIN
  SELECT RAISE(ABORT, 'a decision is frozen');
END;

CREATE TRIGGER decision_kept
BEFORE DELETE ON decision
WHEN OLD.state NOT IN ('hecha', 'retirada')
BEGIN
  SELECT RAISE(ABORT, 'only what is over can be forgotten');
END;

CREATE TRIGGER decision_sent_for_good
BEFORE UPDATE OF sent ON decision
WHEN OLD.sent = 1 AND NEW.sent = 0
BEGIN
  SELECT RAISE(ABORT, 'what was sent was sent');
END;

CREATE TRIGGER decision_withdrawn_in_time
BEFORE UPDATE OF state ON decision
WHEN NEW.state = 'retirada' AND OLD.state = 'espera' AND OLD.sent = 1
BEGIN
  SELECT RAISE(ABORT, 'a decision that may have arrived is not withdrawn');
END;

CREATE TRIGGER update_request_arrows
BEFORE UPDATE OF state ON update_request
WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES
  ('borrador', 'listo'),
  ('listo', 'subiendo'), ('listo', 'enviando'), ('listo', 'espera_sesion'), ('listo', 'espera_red'),
  ('listo', 'anulado'), ('listo', 'en_solicitud'),
  ('subiendo', 'enviando'), ('subiendo', 'listo'), ('subiendo', 'espera_sesion'), ('subiendo', 'espera_red'),
  ('subiendo', 'cuarentena'), ('subiendo', 'anulado'), ('subiendo', 'en_solicitud'),
  ('enviando', 'subiendo'), ('enviando', 'listo'), ('enviando', 'espera_sesion'), ('enviando', 'espera_red'),
  ('enviando', 'cuarentena'), ('enviando', 'en_solicitud'),
  ('espera_sesion', 'listo'), ('espera_sesion', 'espera_red'), ('espera_sesion', 'anulado'),
  ('espera_sesion', 'en_solicitud'),
  ('espera_red', 'listo'), ('espera_red', 'espera_sesion'), ('espera_red', 'anulado'), ('espera_red', 'en_solicitud'),
  ('cuarentena', 'anulado'), ('cuarentena', 'en_solicitud'),
  ('en_solicitud', 'observado'), ('en_solicitud', 'atendido'), ('en_solicitud', 'rechazado'),
  ('en_solicitud', 'anulado'),
  ('observado', 'en_solicitud'), ('observado', 'atendido'), ('observado', 'rechazado'), ('observado', 'anulado'))
  AND NOT (
    ((OLD.state IN ('en_solicitud', 'observado') AND NEW.state = 'listo')
      OR (OLD.state IN ('atendido', 'rechazado', 'anulado')
        AND NEW.state IN ('en_solicitud', 'observado', 'atendido', 'rechazado', 'anulado')))
    AND EXISTS (SELECT 1 FROM office_memory WHERE request = OLD.uuid AND forgotten_at = NEW.changed_at))
BEGIN
  SELECT RAISE(ABORT, 'a request never goes back, nor beside its arrows');
END;

CREATE TRIGGER update_request_cancelled_at_the_office
BEFORE UPDATE OF state ON update_request
WHEN NEW.state = 'anulado' AND OLD.sent = 1 AND OLD.state IN ('listo', 'subiendo', 'espera_sesion', 'espera_red')
BEGIN
  SELECT RAISE(ABORT, 'a request that may have arrived is not cancelled here');
END;

CREATE TRIGGER update_request_frozen
BEFORE UPDATE OF uuid, number, section, body, action, record, replaces, created_at, queued_at, place ON update_request
WHEN OLD.state <> 'borrador'
  AND (OLD.uuid, OLD.number, OLD.section, OLD.body, OLD.action, OLD.record, OLD.replaces, OLD.created_at,
       OLD.queued_at, OLD.place)
      IS NOT (NEW.uuid, NEW.number, NEW.section, NEW.body, NEW.action, NEW.record, NEW.replaces, NEW.created_at,
              NEW.queued_at, NEW.place)
BEGIN
  SELECT RAISE(ABORT, 'a queued request is frozen');
END;

CREATE TRIGGER update_request_kept
BEFORE DELETE ON update_request
WHEN OLD.state <> 'borrador'
BEGIN
  SELECT RAISE(ABORT, 'only a draft can be discarded');
END;

CREATE TRIGGER update_request_sent_for_good
BEFORE UPDATE OF sent ON update_request
WHEN OLD.sent = 1 AND NEW.sent = 0
BEGIN
  SELECT RAISE(ABORT, 'what was sent was sent');
END;

CREATE TABLE attachment (
  number   INTEGER PRIMARY KEY,
  sha256   TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size     INTEGER NOT NULL CHECK (size > 0),
  uploaded INTEGER NOT NULL DEFAULT 0 CHECK (uploaded BETWEEN 0 AND size)
) STRICT;

CREATE TABLE attachment_piece (
  attachment INTEGER NOT NULL REFERENCES attachment (number) ON DELETE CASCADE,
  position   INTEGER NOT NULL CHECK (position >= 0),
  content    BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 262144),
  UNIQUE (attachment, position)
) STRICT;

CREATE TABLE carried (
  sha256    TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
  packet    TEXT NOT NULL,
  device    TEXT NOT NULL,
  size      INTEGER NOT NULL CHECK (size > 0),
  taken_at  TEXT NOT NULL,
  person    TEXT NOT NULL DEFAULT '',
  school    TEXT NOT NULL DEFAULT '',
  state     TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'unknown-device', 'refused', 'ready')),
  told      TEXT NOT NULL DEFAULT '',
  public    BLOB,
  done_at   TEXT
, pack TEXT NOT NULL DEFAULT '', start INTEGER NOT NULL DEFAULT 8 CHECK (start >= 8)) STRICT;

CREATE TABLE counter (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL CHECK (number >= 0),
  place  INTEGER NOT NULL CHECK (place >= 0)
) STRICT;

CREATE TABLE "decision" (
  uuid        TEXT PRIMARY KEY CHECK (length(uuid) = 36),
  place       INTEGER NOT NULL UNIQUE CHECK (place > 0),
  batch       TEXT NOT NULL CHECK (length(batch) = 36),       -- decided in one go, undone in one go
  request     TEXT NOT NULL CHECK (length(request) = 36),
  code        TEXT NOT NULL CHECK (code <> ''),               -- SOL-2026-000123
  who         TEXT NOT NULL,                                  -- whose request: readable without the office's facts
  deed        TEXT NOT NULL CHECK (deed IN ('tomar', 'soltar', 'observar', 'atender', 'rechazar', 'recibir')),
  reason      TEXT NOT NULL CHECK (reason <> '' OR deed NOT IN ('observar', 'rechazar')),
  seen        TEXT NOT NULL CHECK (seen <> ''),               -- changed_at of the request as it was decided upon
  follows     TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT 'espera' CHECK (state IN ('espera', 'enviando', 'hecha', 'cuarentena', 'retirada')),
  decided_at  TEXT NOT NULL,
  ready_at    TEXT NOT NULL,                                  -- not sent before: the time for second thoughts
  answered_at TEXT NOT NULL DEFAULT '',
  tries       INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  next_try_at TEXT NOT NULL DEFAULT '',
  sent        INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)), -- bytes of it may have reached the office
  trouble     TEXT NOT NULL DEFAULT '',                       -- of a quarantine: the problem's code
  detail      TEXT NOT NULL DEFAULT '',                       -- of a quarantine: the office's sentence
  answer      TEXT NOT NULL DEFAULT '',                       -- of a quarantine: the request as it was then, JSON
  reception   TEXT NOT NULL DEFAULT '',                       -- of 'recibir': what is registered, JSON
  CHECK (state <> 'cuarentena' OR trouble <> ''),
  CHECK ((deed = 'recibir') = (reception <> ''))
) STRICT;

CREATE TABLE device (
  only        INTEGER PRIMARY KEY CHECK (only = 1),
  seed        BLOB NOT NULL CHECK (length(seed) = 32),
  made_at     TEXT NOT NULL,
  registered  TEXT NOT NULL DEFAULT '',
  certificate BLOB,
  results     INTEGER NOT NULL DEFAULT 0 CHECK (results >= 0),
  enrolment   TEXT
) STRICT;

CREATE TABLE look (
  uuid       TEXT PRIMARY KEY CHECK (length(uuid) = 36),
  doc_numero TEXT NOT NULL CHECK (doc_numero <> ''),
  why        TEXT NOT NULL CHECK (why <> ''),
  what       TEXT NOT NULL,
  at         TEXT NOT NULL
) STRICT;

CREATE TABLE office_memory (
  request        TEXT PRIMARY KEY REFERENCES update_request (uuid) ON DELETE CASCADE,
  epoch          TEXT NOT NULL,
  forgotten      TEXT CHECK (forgotten IN ('request', 'word')),
  forgotten_at   TEXT,
  forgotten_code TEXT,
  CHECK ((forgotten IS NULL) = (forgotten_at IS NULL) AND (forgotten IS NULL) = (forgotten_code IS NULL))
) STRICT;

CREATE TABLE saved_view (
  name  TEXT PRIMARY KEY CHECK (name <> ''),
  place INTEGER NOT NULL,
  body  TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE stick_up (
  packet       TEXT PRIMARY KEY CHECK (length(packet) = 32),
  written_at   TEXT NOT NULL,
  place        TEXT NOT NULL,
  wishes       TEXT NOT NULL CHECK (json_valid(wishes)),
  size         INTEGER NOT NULL CHECK (size > 0),
  delivered_at TEXT,
  office       TEXT NOT NULL DEFAULT '',
  answered_at  TEXT
) STRICT;

CREATE TABLE update_request (
  uuid            TEXT PRIMARY KEY CHECK (length(uuid) = 36),
  number          INTEGER NOT NULL UNIQUE CHECK (number > 0), -- what the person sees before there is a code
  section         TEXT NOT NULL CHECK (section <> ''),        -- of the legajo; order is kept within a section
  body            TEXT NOT NULL CHECK (json_valid(body)),
  state           TEXT NOT NULL DEFAULT 'borrador' CHECK (state IN (
                    'borrador', 'listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red', 'cuarentena',
                    'en_solicitud', 'atendido', 'rechazado', 'observado', 'anulado')),
  created_at      TEXT NOT NULL,
  queued_at       TEXT,
  answered_at     TEXT,
  tries           INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  next_try_at     TEXT,
  cancel_wanted   INTEGER NOT NULL DEFAULT 0 CHECK (cancel_wanted IN (0, 1)), -- outcome unknown: send first, then cancel
  code            TEXT CHECK (code <> ''),                    -- given by the office
  reason          TEXT, action TEXT NOT NULL DEFAULT 'nuevo'
  CHECK (action IN ('nuevo', 'modificar', 'retirar', 'hoja_de_vida', 'informe_escalafonario')), record TEXT NOT NULL DEFAULT '', replaces TEXT NOT NULL DEFAULT '', changed_at TEXT NOT NULL DEFAULT '', place INTEGER CHECK (place > 0), sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)), detail TEXT NOT NULL DEFAULT '', expediente TEXT CHECK (json_valid(expediente)), expediente_waits INTEGER NOT NULL DEFAULT 0
  CHECK (expediente_waits IN (0, 1) AND (expediente_waits = 0 OR expediente IS NOT NULL)),                                       -- of a rejection, an observation, a quarantine
  CHECK (state = 'borrador' OR state = 'anulado' OR queued_at IS NOT NULL),
  CHECK (state NOT IN ('en_solicitud', 'atendido', 'rechazado', 'observado') OR code IS NOT NULL),
  CHECK (state <> 'cuarentena' OR reason IS NOT NULL)
) STRICT;

CREATE INDEX carried_by_device ON carried (direction, device);

CREATE INDEX carried_of_pack ON carried (pack);

CREATE INDEX decision_by_request ON decision (request, place);

CREATE INDEX decision_open ON decision (state, place) WHERE state IN ('espera', 'enviando', 'cuarentena');

CREATE UNIQUE INDEX update_request_by_place ON update_request (place) WHERE place IS NOT NULL;

CREATE INDEX update_request_by_record ON update_request (record, number) WHERE record <> '';

CREATE INDEX update_request_by_section ON update_request (section, number);

CREATE INDEX update_request_open ON update_request (state, number)
  WHERE state NOT IN ('borrador', 'atendido', 'rechazado', 'anulado');
