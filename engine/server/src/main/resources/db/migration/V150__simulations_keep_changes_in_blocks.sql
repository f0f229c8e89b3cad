-- Thousands of customers who change in a row each took longer than simulating them. Simulations made before keep their rows.
CREATE TABLE simulation_block (
    simulation_id VARCHAR(36) NOT NULL REFERENCES simulation (simulation_id),
    block_number  INTEGER NOT NULL,
    last_customer VARCHAR(64) NOT NULL,
    changes       TEXT NOT NULL,
    PRIMARY KEY (simulation_id, block_number)
);
