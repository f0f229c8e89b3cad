CREATE TABLE simulation (
    simulation_id   VARCHAR(36) PRIMARY KEY,
    strategy_before VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    strategy_after  VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    label           VARCHAR(500) NOT NULL,
    created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by      VARCHAR(200) NOT NULL,
    as_of           TIMESTAMP WITH TIME ZONE,
    counts          TEXT,
    finished_at     TIMESTAMP WITH TIME ZONE
);

CREATE TABLE simulation_change (
    simulation_id  VARCHAR(36) NOT NULL REFERENCES simulation (simulation_id),
    customer_id    VARCHAR(64) ${binary_order} NOT NULL,
    segment_before VARCHAR(64) NOT NULL,
    segment_after  VARCHAR(64) NOT NULL,
    action_before  VARCHAR(64) NOT NULL,
    action_after   VARCHAR(64) NOT NULL,
    value_before   DOUBLE PRECISION NOT NULL,
    value_after    DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (simulation_id, customer_id)
);
