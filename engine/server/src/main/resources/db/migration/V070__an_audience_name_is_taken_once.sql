-- The name of an audience that is not deleted, in lower case. Of audiences that shared a name before, the first keeps it.
ALTER TABLE audience ADD COLUMN taken_name VARCHAR(200);

UPDATE audience SET taken_name = LOWER(TRIM(name))
WHERE deleted_at IS NULL
  AND audience_id = (SELECT MIN(other.audience_id) FROM audience other
                     WHERE other.deleted_at IS NULL AND LOWER(TRIM(other.name)) = LOWER(TRIM(audience.name)));

ALTER TABLE audience ADD CONSTRAINT audience_taken_name UNIQUE (taken_name);
