-- A simulation is removed when no step of a draft refers to it.
CREATE INDEX draft_event_by_simulation ON draft_event (simulation_id);
CREATE INDEX simulation_by_age ON simulation (created_at);
CREATE INDEX publication_by_strategy ON publication (strategy_hash);
