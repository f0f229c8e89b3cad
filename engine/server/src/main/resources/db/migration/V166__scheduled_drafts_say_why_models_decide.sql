-- Why a scheduled draft is published although a model that it brings in has not won; NULL = no reason was given.
ALTER TABLE draft_schedule ADD COLUMN override_reason VARCHAR(500);
