-- How much a publication may change before a second approver must agree. Rows are added only; the highest revision counts.
CREATE TABLE publishing_limits (
    revision   INTEGER PRIMARY KEY,
    limits     TEXT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by VARCHAR(200) NOT NULL,
    reason     VARCHAR(500) NOT NULL
);
