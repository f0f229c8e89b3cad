CREATE TABLE audience (
    audience_id VARCHAR(36) PRIMARY KEY,
    name        VARCHAR(200) NOT NULL,
    source      TEXT NOT NULL,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by  VARCHAR(200) NOT NULL,
    deleted_at  TIMESTAMP WITH TIME ZONE
);
