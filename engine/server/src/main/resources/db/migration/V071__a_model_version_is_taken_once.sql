-- Of models that shared score and version before, the first keeps the version; a later one gets its hash behind it.
UPDATE model_version SET version = SUBSTRING(version, 1, 54) || '+' || SUBSTRING(model_hash, 1, 8)
WHERE EXISTS (SELECT 1 FROM model_version first
              WHERE first.score = model_version.score AND first.version = model_version.version
                AND (first.created_at < model_version.created_at
                     OR first.created_at = model_version.created_at AND first.model_hash < model_version.model_hash));

ALTER TABLE model_version ADD CONSTRAINT model_version_score_version UNIQUE (score, version);
