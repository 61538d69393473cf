-- Folders of documents that an office checked: each file of a batch in the order in which it was found, and its verdict.
CREATE TABLE batch (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  begun_at TEXT NOT NULL,
  ended_at TEXT, -- when its last file was checked
  files INTEGER NOT NULL CHECK (files >= 0)
) STRICT;

CREATE TABLE batch_file (
  batch INTEGER NOT NULL REFERENCES batch (number) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL DEFAULT '', -- "" until it is checked, and when it could not be read
  code TEXT NOT NULL DEFAULT '', -- of the verdict; "" until it is checked
  colour TEXT NOT NULL DEFAULT '' CHECK (colour IN ('', 'red', 'amber', 'grey', 'green')),
  test INTEGER NOT NULL DEFAULT 0 CHECK (test IN (0, 1)), -- it rests on keys of the demonstration
  office TEXT NOT NULL DEFAULT '' CHECK (office IN ('', 'same', 'agrees', 'differs')), -- what the office's own data say
  doc_numero TEXT NOT NULL DEFAULT '', -- of who is signed; "" where nothing signed may be shown
  person TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  reasons TEXT NOT NULL DEFAULT '', -- codes, worst first, a space between them
  verdict BLOB, -- JSON of the whole, Zstandard
  CHECK ((code = '') = (verdict IS NULL) AND (code = '') = (colour = '')),
  PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
