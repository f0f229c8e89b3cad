-- What the decisions of a run would have been with a shadow in the champion's place. A comparison that failed may be replaced.
CREATE TABLE shadow_comparison (
    run_id        VARCHAR(36) NOT NULL REFERENCES decision_run (run_id),
    model_hash    VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    score         VARCHAR(64) NOT NULL,
    champion_hash VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    strategy_hash VARCHAR(64) NOT NULL,
    as_of         TIMESTAMP WITH TIME ZONE NOT NULL,
    compared_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    failure       VARCHAR(2000),
    counts        TEXT,
    drift         TEXT,
    kept_scores   TEXT,
    PRIMARY KEY (run_id, model_hash)
);

CREATE INDEX shadow_comparison_by_model ON shadow_comparison (model_hash, as_of);

-- Both models of such a run against what happened. Rows are added only.
CREATE TABLE shadow_realised (
    run_id      VARCHAR(36) NOT NULL,
    model_hash  VARCHAR(64) NOT NULL,
    measured_at TIMESTAMP WITH TIME ZONE NOT NULL,
    champion    TEXT NOT NULL,
    shadow      TEXT NOT NULL,
    contest     TEXT,
    PRIMARY KEY (run_id, model_hash),
    FOREIGN KEY (run_id, model_hash) REFERENCES shadow_comparison (run_id, model_hash)
);
