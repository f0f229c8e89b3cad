CREATE TABLE customer_state (
    customer_id    VARCHAR(64) ${binary_order} PRIMARY KEY,
    decision_id    VARCHAR(36) NOT NULL REFERENCES decision (decision_id),
    as_of          TIMESTAMP WITH TIME ZONE NOT NULL,
    segment        VARCHAR(64) NOT NULL,
    top_action     VARCHAR(64) NOT NULL,
    expected_value DOUBLE PRECISION NOT NULL,
    scores         TEXT NOT NULL
);

CREATE TABLE decision_run (
    run_id        VARCHAR(36) PRIMARY KEY,
    strategy_hash VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    as_of         TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at   TIMESTAMP WITH TIME ZONE NOT NULL
);
