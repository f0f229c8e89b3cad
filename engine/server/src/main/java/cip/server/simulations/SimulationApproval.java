package cip.server.simulations;

import java.time.Instant;

/**
 * Somebody's agreement to publish what a simulation of models showed.
 *
 * @param by user name
 */
public record SimulationApproval(String by, Instant at, String text) {}
