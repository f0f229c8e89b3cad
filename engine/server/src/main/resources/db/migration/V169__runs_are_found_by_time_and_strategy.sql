-- The runs of one strategy, and the latest run up to an instant, are asked for without reading all of them.
CREATE INDEX decision_run_by_time ON decision_run (as_of, run_id);
CREATE INDEX decision_run_by_strategy ON decision_run (strategy_hash, as_of);
