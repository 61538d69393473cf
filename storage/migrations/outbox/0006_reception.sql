-- A mesa de partes registers receptions: a decision like the others, with what is registered.
DROP VIEW decision_head;

CREATE TABLE decision_anew (
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

INSERT INTO decision_anew (
  uuid, place, batch, request, code, who, deed, reason, seen, follows, state, decided_at, ready_at, answered_at, tries,
  next_try_at, sent, trouble, detail, answer
)
SELECT
  uuid, place, batch, request, code, who, deed, reason, seen, follows, state, decided_at, ready_at, answered_at, tries,
  next_try_at, sent, trouble, detail, answer
FROM decision;

DROP TABLE decision;
ALTER TABLE decision_anew RENAME TO decision;

CREATE INDEX decision_by_request ON decision (request, place);
CREATE INDEX decision_open ON decision (state, place) WHERE state IN ('espera', 'enviando', 'cuarentena');

CREATE TRIGGER decision_frozen
BEFORE UPDATE OF uuid, place, batch, request, code, who, deed, reason, seen, follows, decided_at, ready_at,
  reception ON decision
BEGIN
  SELECT RAISE(ABORT, 'a decision is frozen');
END;

CREATE TRIGGER decision_arrows
BEFORE UPDATE OF state ON decision
WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES
  ('espera', 'enviando'), ('espera', 'retirada'), ('espera', 'cuarentena'),
  ('enviando', 'espera'), ('enviando', 'hecha'), ('enviando', 'cuarentena'),
  ('cuarentena', 'retirada'))
BEGIN
  SELECT RAISE(ABORT, 'a decision never goes back, nor beside its arrows');
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

CREATE TRIGGER decision_kept
BEFORE DELETE ON decision
WHEN OLD.state NOT IN ('hecha', 'retirada')
BEGIN
  SELECT RAISE(ABORT, 'only what is over can be forgotten');
END;

CREATE VIEW decision_head AS
  SELECT first.uuid FROM decision AS first
  WHERE first.state IN ('espera', 'enviando')
    AND NOT EXISTS (
      SELECT 1 FROM decision AS ahead
      WHERE ahead.request = first.request AND ahead.place < first.place AND ahead.state IN ('espera', 'enviando'));

PRAGMA user_version = 6;
