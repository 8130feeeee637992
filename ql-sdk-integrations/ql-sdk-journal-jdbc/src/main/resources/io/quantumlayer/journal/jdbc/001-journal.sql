-- Written in what SQLite and PostgreSQL both understand. Every time is in epoch milliseconds, every number that leaves
-- the journal is a BIGINT, and the record is kept byte for byte, because its link is computed over those bytes.

-- The fence that was given out last; it outlives the owners it was given to.
CREATE TABLE fence (
  last BIGINT NOT NULL
);

INSERT INTO fence (last) VALUES (0);

-- One row for each owner that has not been declared dead; taking the row away declares it dead.
CREATE TABLE owner (
  fence BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  lease_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL
);

-- The number grows with every run that begins, so it is the order of age; it never leaves the journal.
CREATE TABLE run (
  number INTEGER NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL,
  application TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  flow_version INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  created_ms BIGINT NOT NULL,
  owner TEXT NOT NULL,
  fence BIGINT NOT NULL,
  UNIQUE (tenant, application, id)
);

-- An application has one unfinished run at most, whoever writes.
CREATE UNIQUE INDEX run_busy ON run (tenant, application) WHERE ended = 0;

-- Rows are appended in the order of time and found by a short key: the run's number stands for its application and id.
CREATE TABLE record (
  tenant TEXT NOT NULL,
  run INTEGER NOT NULL,
  sequence BIGINT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  at_ms BIGINT NOT NULL,
  link BYTEA NOT NULL,
  json BYTEA NOT NULL,
  PRIMARY KEY (tenant, run, sequence)
);

-- Which releases an application has is asked at the start of every run, over all runs before it.
CREATE INDEX record_release ON record (tenant, run, kind, sequence) WHERE kind = 'RELEASE';
