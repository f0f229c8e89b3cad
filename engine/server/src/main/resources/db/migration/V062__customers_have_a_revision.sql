-- One row; the number grows in every transaction that changes customers. NULL elsewhere = from before it was counted.
CREATE TABLE customers_revision (
    revision BIGINT NOT NULL
);

INSERT INTO customers_revision (revision) VALUES (0);

ALTER TABLE decision_run ADD COLUMN customers_revision BIGINT;

ALTER TABLE simulation ADD COLUMN customers_revision BIGINT;
