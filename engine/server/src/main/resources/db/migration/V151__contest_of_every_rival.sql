-- Every model that a training makes of a score meets the champion, not the best of them alone.
CREATE TABLE model_contest_held (
    job_id          VARCHAR(36) NOT NULL,
    score           VARCHAR(64) NOT NULL,
    challenger_hash VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    champion_hash   VARCHAR(64) NOT NULL REFERENCES model_version (model_hash),
    held_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    outcome         VARCHAR(20) NOT NULL,
    contest         TEXT NOT NULL,
    PRIMARY KEY (job_id, challenger_hash)
);

INSERT INTO model_contest_held
SELECT job_id, score, challenger_hash, champion_hash, held_at, outcome, contest FROM model_contest;

DROP TABLE model_contest;

ALTER TABLE model_contest_held RENAME TO model_contest;

CREATE INDEX model_contest_of_challenger ON model_contest (challenger_hash, held_at);
