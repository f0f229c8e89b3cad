ALTER TABLE model_version ADD COLUMN created_by VARCHAR(200) DEFAULT 'models folder' NOT NULL;

CREATE TABLE model_alias (
    change_number INTEGER PRIMARY KEY,
    score         VARCHAR(64) NOT NULL,
    alias         VARCHAR(16) NOT NULL,
    model_hash    VARCHAR(64) REFERENCES model_version (model_hash),
    set_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    set_by        VARCHAR(200) NOT NULL,
    reason        VARCHAR(500) NOT NULL
);
