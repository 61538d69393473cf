CREATE TRIGGER update_request_frozen
BEFORE UPDATE OF uuid, number, section, body, created_at ON update_request
WHEN OLD.state <> 'borrador'
  AND (OLD.uuid, OLD.number, OLD.section, OLD.body, OLD.created_at)
      IS NOT (NEW.uuid, NEW.number, NEW.section, NEW.body, NEW.created_at)
BEGIN
  SELECT RAISE(ABORT, 'a queued request is frozen');
END;

CREATE TRIGGER update_request_never_back
BEFORE UPDATE OF state ON update_request
WHEN (NEW.state = 'borrador' AND OLD.state <> 'borrador')
  OR (OLD.state IN ('atendido', 'rechazado', 'anulado') AND NEW.state <> OLD.state)
BEGIN
  SELECT RAISE(ABORT, 'a request never goes back');
END;

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
  reason          TEXT,                                       -- of a rejection, an observation, a quarantine
  CHECK (state = 'borrador' OR state = 'anulado' OR queued_at IS NOT NULL),
  CHECK (state NOT IN ('en_solicitud', 'atendido', 'rechazado', 'observado') OR code IS NOT NULL),
  CHECK (state <> 'cuarentena' OR reason IS NOT NULL)
) STRICT;

CREATE INDEX update_request_by_section ON update_request (section, number);

CREATE INDEX update_request_open ON update_request (state, number)
  WHERE state NOT IN ('borrador', 'atendido', 'rechazado', 'anulado');
