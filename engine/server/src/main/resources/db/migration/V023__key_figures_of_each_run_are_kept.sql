CREATE TABLE key_figures (
    run_id  VARCHAR(36) PRIMARY KEY REFERENCES decision_run (run_id),
    at      TIMESTAMP WITH TIME ZONE NOT NULL,
    figures TEXT NOT NULL
);
