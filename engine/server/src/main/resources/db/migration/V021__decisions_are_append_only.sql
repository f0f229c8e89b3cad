CREATE TABLE decision (
    decision_id   VARCHAR(36) PRIMARY KEY,
    customer_id   VARCHAR(64) NOT NULL,
    as_of         TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    strategy_hash VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    run_id        VARCHAR(36),
    inputs        TEXT NOT NULL,
    result        TEXT NOT NULL
);

CREATE INDEX decision_by_customer ON decision (customer_id, decided_at);
