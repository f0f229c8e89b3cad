-- What people say of a version: the newest counts, earlier ones are its history. Rows are added only.
CREATE TABLE model_note (
    note_number INTEGER PRIMARY KEY,
    model_hash  VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    text        VARCHAR(4000) NOT NULL,
    written_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    written_by  VARCHAR(200) NOT NULL
);

CREATE INDEX model_note_by_model ON model_note (model_hash, note_number);

-- Versions put away and taken back. Rows are added only.
CREATE TABLE model_archive (
    change_number INTEGER PRIMARY KEY,
    model_hash    VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    archived      BOOLEAN NOT NULL,
    set_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    set_by        VARCHAR(200) NOT NULL,
    reason        VARCHAR(500) NOT NULL
);
