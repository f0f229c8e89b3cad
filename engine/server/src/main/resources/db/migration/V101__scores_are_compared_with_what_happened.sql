-- What a past run's scores turned out to be worth once their horizon was over. Rows are added only.
CREATE TABLE realised_quality (
    run_id      VARCHAR(36) NOT NULL REFERENCES decision_run (run_id),
    score       VARCHAR(64) NOT NULL,
    model_hash  VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    as_of       TIMESTAMP WITH TIME ZONE NOT NULL,
    measured_at TIMESTAMP WITH TIME ZONE NOT NULL,
    quality     TEXT NOT NULL,
    PRIMARY KEY (run_id, score)
);

CREATE INDEX realised_quality_by_score ON realised_quality (score, as_of);
