-- On which share of the customers a scheduled draft is tried as the challenger; NULL = it is for everybody.
ALTER TABLE draft_schedule ADD COLUMN tried_share DOUBLE PRECISION;
