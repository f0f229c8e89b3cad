-- How each training's model did against the champion of its time, on customers neither had learned from. Rows are added only.
CREATE TABLE model_contest (
    job_id          VARCHAR(36) NOT NULL,
    score           VARCHAR(64) NOT NULL,
    challenger_hash VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    champion_hash   VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    held_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    outcome         VARCHAR(20) NOT NULL,
    contest         TEXT NOT NULL,
    PRIMARY KEY (job_id, score)
);

CREATE INDEX model_contest_by_challenger ON model_contest (challenger_hash, held_at);
