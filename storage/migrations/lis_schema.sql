CREATE TABLE lis_block (
  number INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES lis_file (number),
  offset INTEGER NOT NULL CHECK (offset >= 0), -- of its first byte in the file
  content BLOB NOT NULL -- zlib
, packing INTEGER NOT NULL DEFAULT 0 CHECK (packing IN (0, 1))) STRICT;

CREATE TABLE lis_file (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  place TEXT NOT NULL, -- its path: offices have an ENERO.LIS in the folder of every year
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  begun_at TEXT NOT NULL,
  read_to INTEGER NOT NULL DEFAULT 0 CHECK (read_to BETWEEN 0 AND size), -- bytes already in the index
  next_line INTEGER NOT NULL DEFAULT 1 CHECK (next_line >= 1),
  payslips INTEGER NOT NULL DEFAULT 0 CHECK (payslips >= 0),
  remarks INTEGER NOT NULL DEFAULT 0 CHECK (remarks >= 0), -- all of them; lis_remark keeps the first thousand
  noted INTEGER NOT NULL DEFAULT 0, -- payslips with remarks, that do not add up, that are not whole
  wrong INTEGER NOT NULL DEFAULT 0,
  broken INTEGER NOT NULL DEFAULT 0
, placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1))) STRICT;

CREATE TABLE lis_kind (
  number INTEGER PRIMARY KEY,
  tipo_planilla TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE lis_month (
  periodo INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE lis_payslip (
  number INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  periodo INTEGER NOT NULL CHECK (periodo BETWEEN 0 AND 299912), -- 201503; 0 = unknown
  secuencia INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  numero_boleta TEXT NOT NULL,
  haberes INTEGER NOT NULL,
  descuentos INTEGER NOT NULL,
  liquido INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- good, remarks, sums, broken
  file INTEGER NOT NULL,
  block INTEGER NOT NULL,
  start INTEGER NOT NULL, -- bytes into the block
  length INTEGER NOT NULL,
  line INTEGER NOT NULL,
  crc INTEGER NOT NULL -- of its text: the same payslip in two files is one
, place INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE lis_person (
  number INTEGER PRIMARY KEY,
  doc_numero TEXT NOT NULL, -- "" where the file has none
  apellidos TEXT NOT NULL,
  nombres TEXT NOT NULL,
  codigo_modular TEXT NOT NULL,
  searched TEXT NOT NULL, -- storage.search.searched_name
  UNIQUE (doc_numero, apellidos, nombres, codigo_modular)
) STRICT;

CREATE TABLE lis_place (
  number INTEGER PRIMARY KEY,
  establecimiento TEXT NOT NULL,
  cargo TEXT NOT NULL,
  searched TEXT NOT NULL, -- storage.search.searched_name
  UNIQUE (establecimiento, cargo)
) STRICT;

CREATE TABLE lis_post (
  place INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (place, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE lis_remark (
  file INTEGER NOT NULL REFERENCES lis_file (number),
  line INTEGER NOT NULL,
  trouble TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX lis_block_of_file ON lis_block (file);

CREATE INDEX lis_file_by_place ON lis_file (place);

CREATE INDEX lis_payslip_by_boleta ON lis_payslip (periodo, numero_boleta);

CREATE INDEX lis_payslip_by_person ON lis_payslip (periodo, person);

CREATE INDEX lis_person_by_code ON lis_person (codigo_modular) WHERE codigo_modular <> '';

CREATE INDEX lis_remark_of_file ON lis_remark (file, line);
