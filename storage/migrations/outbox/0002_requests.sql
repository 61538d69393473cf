-- Requests to change the legajo, whole: what they are about, their place in the queue, their files.
-- `section` is the queue a request stands in: the roman numeral, or '-' for papers (hoja de vida, informe).
-- `place` is given when it is queued: order within a section is the order of queueing, not of drafting.
-- `sent`: bytes of it may have reached the office, so its outcome is unknown until an answer comes.

ALTER TABLE update_request ADD COLUMN action TEXT NOT NULL DEFAULT 'nuevo'
  CHECK (action IN ('nuevo', 'modificar', 'retirar', 'hoja_de_vida', 'informe_escalafonario'));
ALTER TABLE update_request ADD COLUMN record TEXT NOT NULL DEFAULT '';   -- uuid of what it is about; '' for papers
ALTER TABLE update_request ADD COLUMN replaces TEXT NOT NULL DEFAULT ''; -- uuid of the request that it corrects
ALTER TABLE update_request ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE update_request ADD COLUMN place INTEGER CHECK (place > 0);
ALTER TABLE update_request ADD COLUMN sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1));
ALTER TABLE update_request ADD COLUMN detail TEXT NOT NULL DEFAULT '';   -- of a quarantine: technical
ALTER TABLE update_request ADD COLUMN expediente TEXT CHECK (json_valid(expediente)); -- given since it was queued
ALTER TABLE update_request ADD COLUMN expediente_waits INTEGER NOT NULL DEFAULT 0
  CHECK (expediente_waits IN (0, 1) AND (expediente_waits = 0 OR expediente IS NOT NULL));

DROP TRIGGER update_request_frozen;
DROP TRIGGER update_request_never_back;

UPDATE update_request SET changed_at = created_at;
UPDATE update_request SET place = number WHERE state <> 'borrador';
UPDATE update_request SET sent = 1 WHERE state NOT IN ('borrador', 'listo', 'subiendo');

CREATE UNIQUE INDEX update_request_by_place ON update_request (place) WHERE place IS NOT NULL;
CREATE INDEX update_request_by_record ON update_request (record, number) WHERE record <> '';

-- The highest number and place ever given: a discarded draft's number does not come again.
CREATE TABLE counter (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL CHECK (number >= 0),
  place  INTEGER NOT NULL CHECK (place >= 0)
) STRICT;

INSERT INTO counter (only, number, place)
  SELECT 1, coalesce(max(number), 0), coalesce(max(place), 0) FROM update_request;

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

-- The arrows of the outbox; what is not here cannot happen. The office's word may come at any time after queueing.
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
BEGIN
  SELECT RAISE(ABORT, 'a request never goes back, nor beside its arrows');
END;

-- What may have reached the office is cancelled there, never here alone.
CREATE TRIGGER update_request_cancelled_at_the_office
BEFORE UPDATE OF state ON update_request
WHEN NEW.state = 'anulado' AND OLD.sent = 1 AND OLD.state IN ('listo', 'subiendo', 'espera_sesion', 'espera_red')
BEGIN
  SELECT RAISE(ABORT, 'a request that may have arrived is not cancelled here');
END;

CREATE TRIGGER update_request_sent_for_good
BEFORE UPDATE OF sent ON update_request
WHEN OLD.sent = 1 AND NEW.sent = 0
BEGIN
  SELECT RAISE(ABORT, 'what was sent was sent');
END;

CREATE TRIGGER update_request_kept
BEFORE DELETE ON update_request
WHEN OLD.state <> 'borrador'
BEGIN
  SELECT RAISE(ABORT, 'only a draft can be discarded');
END;

-- Files that go with requests, each once whatever names it; `uploaded` is how much of it the office has.
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

CREATE VIEW named_file AS
  SELECT json_extract(document.value, '$.sha256') AS sha256
  FROM update_request AS naming, json_each(naming.body, '$.documents') AS document;

-- Of requests that are not over, or rejected and not corrected by another one yet.
CREATE VIEW needed_file AS
  SELECT json_extract(document.value, '$.sha256') AS sha256
  FROM update_request AS living, json_each(living.body, '$.documents') AS document
  WHERE living.state NOT IN ('atendido', 'anulado')
    AND (living.state <> 'rechazado' OR NOT EXISTS (
      SELECT 1 FROM update_request AS newer WHERE newer.replaces = living.uuid AND newer.state <> 'borrador'));

-- The first of each section that is on its way or being cancelled holds back the ones behind it, and nobody else.
CREATE VIEW queue_head AS
  SELECT first.uuid FROM update_request AS first
  WHERE first.state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red')
    AND NOT EXISTS (
      SELECT 1 FROM update_request AS ahead
      WHERE ahead.section = first.section AND ahead.place < first.place
        AND (ahead.state IN ('listo', 'subiendo', 'enviando', 'espera_sesion', 'espera_red')
          OR (ahead.state IN ('en_solicitud', 'observado') AND ahead.cancel_wanted)));

PRAGMA user_version = 2;
