-- Whose seals are believed, as a root signed it; verified anew at each reading, so nothing here is believed by itself.
-- An offer is the version that the office announced last, and when fetching it last brought nothing that can be used.

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

PRAGMA user_version = 2;
