-- One row; whoever registers a model or changes an alias holds it until the end, so that numbers drawn meanwhile stay free.
CREATE TABLE model_turn (
    id INTEGER PRIMARY KEY
);

INSERT INTO model_turn (id) VALUES (1);
