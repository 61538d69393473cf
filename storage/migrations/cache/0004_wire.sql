-- A bundle of PDFs under way, as its bytes arrive; whatever of it is decoded goes into `pdf_content`.

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

-- What the person allows on a line that costs: `saver` 1 = no PDF comes by itself; `budget` = bytes a month after which
-- it is so too (NULL: none).
CREATE TABLE thrift (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  saver  INTEGER NOT NULL DEFAULT 0 CHECK (saver IN (0, 1)),
  budget INTEGER CHECK (budget > 0)
) STRICT;

-- Seconds after which the office wants to be asked again, and when a digest that did not fit last led to a new walk.
ALTER TABLE sync_mark ADD COLUMN next_sync_after INTEGER CHECK (next_sync_after >= 0);
ALTER TABLE sync_mark ADD COLUMN rebuilt_at TEXT;

-- What the office sent, digested (docs/protocol.md, "State digest"): the sum over all rows must be the office's. NULL: a
-- row of before, or of signing in. A row that goes takes its digest along, so what is compared is what is here.
ALTER TABLE payslip ADD COLUMN digest BLOB CHECK (length(digest) = 16);
ALTER TABLE pay_day ADD COLUMN digest BLOB CHECK (length(digest) = 16);
ALTER TABLE concept ADD COLUMN digest BLOB CHECK (length(digest) = 16);
ALTER TABLE person ADD COLUMN digest BLOB CHECK (length(digest) = 16);
ALTER TABLE legajo_record ADD COLUMN digest BLOB CHECK (length(digest) = 16);
ALTER TABLE office_request ADD COLUMN digest BLOB CHECK (length(digest) = 16);
ALTER TABLE paper ADD COLUMN digest BLOB CHECK (length(digest) = 16);

-- Facts that this version does not understand: nothing of them but that they are there.
CREATE TABLE skipped_fact (
  kind   TEXT NOT NULL,
  id     TEXT NOT NULL,
  epoch  INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 16),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

INSERT INTO thrift (only) VALUES (1);

PRAGMA user_version = 4;
