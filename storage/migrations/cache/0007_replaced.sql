-- The paper of the same kind that took this one's place; "" when it is the newest.
ALTER TABLE paper ADD COLUMN replaced_by TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 7;
