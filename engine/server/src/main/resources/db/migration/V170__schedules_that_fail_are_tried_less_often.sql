-- Since when a due publication fails again and again, why it did last, and when it is tried next. NULL = it does not fail.
ALTER TABLE draft_schedule ADD COLUMN failing_since TIMESTAMP WITH TIME ZONE;

ALTER TABLE draft_schedule ADD COLUMN failing_because VARCHAR(2000);

ALTER TABLE draft_schedule ADD COLUMN next_try_at TIMESTAMP WITH TIME ZONE;
