-- CHAMPION or CHALLENGER; NULL = one strategy decided for everybody.
ALTER TABLE decision ADD COLUMN arm VARCHAR(16);
