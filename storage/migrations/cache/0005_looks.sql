-- Who of an office looked at the person's file: facts of their own feed.
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

CREATE INDEX office_look_by_time ON office_look (until DESC);

PRAGMA user_version = 5;
