CREATE TABLE drift_measurement (
    run_id     VARCHAR(36) NOT NULL REFERENCES decision_run (run_id),
    subject    VARCHAR(300) NOT NULL,
    at         TIMESTAMP WITH TIME ZONE NOT NULL,
    model_hash VARCHAR(64),
    verdict    VARCHAR(20) NOT NULL,
    psi        DOUBLE PRECISION,
    drift      TEXT NOT NULL,
    PRIMARY KEY (run_id, subject)
);

CREATE INDEX drift_measurement_by_subject ON drift_measurement (subject, at);
