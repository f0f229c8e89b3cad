-- Who agreed to publish what a simulation of models showed. Rows are added only.
CREATE TABLE simulation_approval (
    simulation_id VARCHAR(36) NOT NULL REFERENCES simulation (simulation_id),
    approver      VARCHAR(200) NOT NULL,
    approved_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    text          VARCHAR(2000) NOT NULL,
    PRIMARY KEY (simulation_id, approver)
);

-- The person who asked for it, also by an API key of theirs; none = asked for before it was counted.
ALTER TABLE simulation ADD COLUMN responsible VARCHAR(200);
