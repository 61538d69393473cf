-- This computer's own key for memory sticks, and what was carried on them. Here and not in the cache: it exists nowhere
-- else. `registered`: the server that knows the key; `certificate`: that it belongs to somebody of an office; `results`:
-- the last answer to a wish that came on a stick; `enrolment`: what pairs this computer, from a first packet.

CREATE TABLE device (
  only        INTEGER PRIMARY KEY CHECK (only = 1),
  seed        BLOB NOT NULL CHECK (length(seed) = 32),
  made_at     TEXT NOT NULL,
  registered  TEXT NOT NULL DEFAULT '',
  certificate BLOB,
  results     INTEGER NOT NULL DEFAULT 0 CHECK (results >= 0),
  enrolment   TEXT
) STRICT;

-- Packets with wishes that were written on a stick: what was in each, when an office took it in, when the answer came.
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

-- What an office's person carries for others, sealed: packets that came on sticks and wait to be handed over, and packets
-- fetched for people, ready to be written. Their bytes lie beside this file as carried-SHA256.chasqui.
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
) STRICT;

CREATE INDEX carried_by_device ON carried (direction, device);

PRAGMA user_version = 5;
