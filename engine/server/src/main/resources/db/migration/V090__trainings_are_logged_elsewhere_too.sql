CREATE TABLE mlflow_entry (
    job_id     VARCHAR(36) NOT NULL,
    model_hash VARCHAR(64) NOT NULL,
    score      VARCHAR(63) NOT NULL,
    run_id     VARCHAR(200),
    problem    TEXT,
    logged_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (job_id, model_hash)
);
