-- What a run made of each customer. Rows are added only, by a run that nobody reads before it is in decision_run, and go
-- with the whole of an earlier run when a later one begins.
CREATE TABLE run_state (
    run_id         VARCHAR(36) ${binary_order} NOT NULL,
    customer_id    ${sorted_text_64} NOT NULL,
    segment        VARCHAR(64) NOT NULL,
    top_action     VARCHAR(64) NOT NULL,
    expected_value DOUBLE PRECISION NOT NULL,
    scores         TEXT NOT NULL,
    PRIMARY KEY (run_id, customer_id)
);

INSERT INTO run_state (run_id, customer_id, segment, top_action, expected_value, scores)
SELECT decision.run_id, customer_state.customer_id, segment, top_action, expected_value, scores
FROM customer_state
JOIN decision ON decision.decision_id = customer_state.decision_id
WHERE decision.run_id IS NOT NULL;

DROP TABLE customer_state;

DROP INDEX decision_by_customer;

CREATE INDEX decision_by_customer ON decision (customer_id, as_of, decided_at);
