-- Why the product trained by itself. A reason is a row: it never starts a second training. Rows are added only.
CREATE TABLE retraining_reason (
    reason  VARCHAR(450) PRIMARY KEY,
    score   VARCHAR(64) NOT NULL,
    kind    VARCHAR(20) NOT NULL,
    job_id  VARCHAR(36) NOT NULL,
    said_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX retraining_reason_by_score ON retraining_reason (score, said_at);
