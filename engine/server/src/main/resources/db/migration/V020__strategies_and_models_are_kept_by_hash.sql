CREATE TABLE strategy (
    strategy_hash VARCHAR(64) PRIMARY KEY,
    document      TEXT NOT NULL,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE model_version (
    model_hash  VARCHAR(64) PRIMARY KEY,
    score       VARCHAR(64) NOT NULL,
    version     VARCHAR(64) NOT NULL,
    pmml_base64 TEXT NOT NULL,
    card        TEXT NOT NULL,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE publication (
    version       INTEGER PRIMARY KEY,
    strategy_hash VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    published_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    published_by  VARCHAR(64) NOT NULL,
    reason        VARCHAR(500) NOT NULL
);

CREATE TABLE guardrail_file (
    guardrail_hash VARCHAR(64) PRIMARY KEY,
    name           VARCHAR(200) NOT NULL,
    drl            TEXT NOT NULL,
    created_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
