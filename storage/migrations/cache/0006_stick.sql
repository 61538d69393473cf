-- Packets whose facts are here: the same one again changes nothing.
CREATE TABLE stick_down (
  packet   TEXT PRIMARY KEY CHECK (length(packet) = 32),
  made_at  TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  facts    INTEGER NOT NULL CHECK (facts >= 0),
  pdfs     INTEGER NOT NULL CHECK (pdfs >= 0)
) STRICT;

-- The central API's keys for packets, as a root signed them: from the network or from a packet.
CREATE TABLE stick_keys (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  content BLOB NOT NULL
) STRICT;

PRAGMA user_version = 6;
