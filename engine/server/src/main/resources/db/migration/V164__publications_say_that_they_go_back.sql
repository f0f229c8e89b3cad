-- Whether a publication took away the one before by bringing an earlier strategy back. Until now the reason began so.
ALTER TABLE publication ADD COLUMN goes_back BOOLEAN DEFAULT FALSE NOT NULL;

UPDATE publication SET goes_back = TRUE WHERE reason LIKE 'Back to version %: %';
