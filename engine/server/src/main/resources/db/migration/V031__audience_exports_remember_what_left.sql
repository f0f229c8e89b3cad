CREATE TABLE audience_export (
    export_id     VARCHAR(36) PRIMARY KEY,
    audience_id   VARCHAR(36) NOT NULL REFERENCES audience (audience_id),
    job_id        VARCHAR(36) NOT NULL,
    format        VARCHAR(64) NOT NULL,
    column_names  TEXT NOT NULL,
    channel       VARCHAR(64),
    personal      BOOLEAN NOT NULL,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by    VARCHAR(200) NOT NULL,
    row_count     BIGINT,
    size_bytes    BIGINT,
    sha256        VARCHAR(64),
    extension     VARCHAR(32),
    file_name     VARCHAR(200),
    media_type    VARCHAR(100),
    strategy_hash VARCHAR(64),
    finished_at   TIMESTAMP WITH TIME ZONE,
    expires_at    TIMESTAMP WITH TIME ZONE,
    removed_at    TIMESTAMP WITH TIME ZONE
);

CREATE INDEX audience_export_by_audience ON audience_export (audience_id, export_id);
