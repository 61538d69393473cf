-- What a mesa de partes registered of a request ('lacking': something is wanting), and to whom it went on. `roles`: those
-- for which the file was filled: what others may not see does not stay.

ALTER TABLE office_case ADD COLUMN reception TEXT NOT NULL DEFAULT '' CHECK (reception IN ('', 'done', 'lacking'));
ALTER TABLE office_case ADD COLUMN desk TEXT NOT NULL DEFAULT '';
ALTER TABLE office_mark ADD COLUMN roles TEXT NOT NULL DEFAULT '';

-- The tray is read in this very order and counted by these very columns: neither reads the rows themselves.
DROP INDEX office_case_by_state;
CREATE INDEX office_case_counted ON office_case (state, taken_by, deadline, reception);
CREATE INDEX office_case_in_order ON office_case (
  deadline IS NULL, deadline, CASE WHEN deadline IS NULL THEN '' ELSE filed_at END, changed_at DESC, uuid, state,
  taken_by, reception
);

PRAGMA user_version = 3;
