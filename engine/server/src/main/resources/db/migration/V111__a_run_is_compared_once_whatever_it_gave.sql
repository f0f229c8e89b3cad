-- A run whose strategy scores nothing that could come true gives no rows of quality, and is done all the same.
CREATE TABLE realised_run (
    run_id      VARCHAR(36) PRIMARY KEY,
    measured_at TIMESTAMP WITH TIME ZONE NOT NULL
);

INSERT INTO realised_run (run_id, measured_at)
SELECT run_id, MIN(measured_at) FROM realised_quality GROUP BY run_id;
