-- How a block is packed: 0 zlib, as the first version wrote, 1 Zstandard.
ALTER TABLE lis_block ADD COLUMN packing INTEGER NOT NULL DEFAULT 0 CHECK (packing IN (0, 1));

-- Where people worked and as what. Files that the first version imported do not have it; reading them again gives it.
ALTER TABLE lis_file ADD COLUMN placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1));
ALTER TABLE lis_payslip ADD COLUMN place INTEGER NOT NULL DEFAULT 0; -- 0 = not noted

CREATE TABLE lis_place (
  number INTEGER PRIMARY KEY,
  establecimiento TEXT NOT NULL,
  cargo TEXT NOT NULL,
  searched TEXT NOT NULL, -- storage.search.searched_name
  UNIQUE (establecimiento, cargo)
) STRICT;

-- Who was ever where: a search for a school looks at its people, and not at every payslip there is.
CREATE TABLE lis_post (
  place INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (place, person)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
