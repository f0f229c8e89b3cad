-- When an approved draft is to be published. Removed when it was, or when anything voids it; the draft's history keeps both.
CREATE TABLE draft_schedule (
    draft_id      VARCHAR(36) PRIMARY KEY REFERENCES draft (draft_id),
    publish_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    reason        VARCHAR(500) NOT NULL,
    scheduled_by  VARCHAR(200) NOT NULL,
    scheduled_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    simulation_id VARCHAR(36),
    repeats       INTEGER NOT NULL
);

CREATE INDEX draft_schedule_by_time ON draft_schedule (publish_at);
