-- An office that was put back from an older copy forgets what it had acknowledged: under which epoch of the facts here
-- it last did, and what it forgot. A request that a whole walk of another epoch does not bring goes again.
-- `epoch`: '' before the first walk. `forgotten`: 'request', or 'word' of a request that it still has; the last time.

CREATE TABLE office_memory (
  request        TEXT PRIMARY KEY REFERENCES update_request (uuid) ON DELETE CASCADE,
  epoch          TEXT NOT NULL,
  forgotten      TEXT CHECK (forgotten IN ('request', 'word')),
  forgotten_at   TEXT,
  forgotten_code TEXT,
  CHECK ((forgotten IS NULL) = (forgotten_at IS NULL) AND (forgotten IS NULL) = (forgotten_code IS NULL))
) STRICT;

DROP TRIGGER update_request_arrows;

-- As before; back only at the moment in which it is noted that the office forgot.
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

PRAGMA user_version = 3;
