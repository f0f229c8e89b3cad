CREATE TABLE job (
    job_id       VARCHAR(36) PRIMARY KEY,
    kind         VARCHAR(32) NOT NULL,
    label        VARCHAR(200) NOT NULL,
    state        VARCHAR(16) NOT NULL,
    requested_by VARCHAR(200) NOT NULL,
    input        TEXT NOT NULL,
    input_hash   VARCHAR(64) NOT NULL,
    done         BIGINT NOT NULL,
    total        BIGINT,
    checkpoint   TEXT,
    created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    started_at   TIMESTAMP WITH TIME ZONE,
    finished_at  TIMESTAMP WITH TIME ZONE,
    result_link  VARCHAR(200),
    error        TEXT,
    cancel_asked BOOLEAN NOT NULL
);

CREATE INDEX job_by_state ON job (state, created_at);
