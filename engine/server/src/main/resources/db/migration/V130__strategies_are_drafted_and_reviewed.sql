-- A strategy somebody works on. Its newest document is the revision of the draft's number.
CREATE TABLE draft (
    draft_id   VARCHAR(36) PRIMARY KEY,
    name       VARCHAR(200) NOT NULL,
    based_on   VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    revision   INTEGER NOT NULL,
    state      VARCHAR(20) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by VARCHAR(200) NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by VARCHAR(200) NOT NULL
);

-- What was saved. Rows never change; those that nobody can ask for any more are removed.
CREATE TABLE draft_revision (
    draft_id VARCHAR(36) NOT NULL REFERENCES draft (draft_id),
    revision INTEGER NOT NULL,
    based_on VARCHAR(64) NOT NULL REFERENCES strategy (strategy_hash),
    document TEXT NOT NULL,
    saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (draft_id, revision)
);

-- Whoever saved a revision, even one that was removed: none of them may approve.
CREATE TABLE draft_author (
    draft_id VARCHAR(36) NOT NULL REFERENCES draft (draft_id),
    author   VARCHAR(200) NOT NULL,
    PRIMARY KEY (draft_id, author)
);

-- The way from the draft to the live strategy. Rows are added only.
CREATE TABLE draft_event (
    draft_id      VARCHAR(36) NOT NULL REFERENCES draft (draft_id),
    number        INTEGER NOT NULL,
    kind          VARCHAR(20) NOT NULL,
    happened_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    actor         VARCHAR(200) NOT NULL,
    revision      INTEGER NOT NULL,
    strategy_hash VARCHAR(64) REFERENCES strategy (strategy_hash),
    simulation_id VARCHAR(36) REFERENCES simulation (simulation_id),
    place         VARCHAR(500),
    text          VARCHAR(2000) NOT NULL,
    PRIMARY KEY (draft_id, number)
);

-- The draft a simulation tries; none = the live strategy with other models.
ALTER TABLE simulation ADD COLUMN draft_id VARCHAR(36) REFERENCES draft (draft_id);

CREATE INDEX simulation_by_draft ON simulation (draft_id, simulation_id);
