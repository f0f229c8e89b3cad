-- A second strategy that is live for a share of the customers, in thousandths, chosen by a salted hash of their ids; NULL = the
-- one strategy is for everybody.
ALTER TABLE publication ADD COLUMN challenger_hash VARCHAR(64) REFERENCES strategy (strategy_hash);

ALTER TABLE publication ADD COLUMN challenger_thousandths INTEGER;

ALTER TABLE publication ADD COLUMN challenger_salt VARCHAR(100);

ALTER TABLE decision_run ADD COLUMN challenger_hash VARCHAR(64) REFERENCES strategy (strategy_hash);

ALTER TABLE decision_run ADD COLUMN challenger_thousandths INTEGER;

ALTER TABLE decision_run ADD COLUMN challenger_salt VARCHAR(100);
