package cip.server.simulations;

import cip.server.models.Promotion;

/**
 * A model that a simulated strategy has and the live one has not.
 *
 * @param promotion whether it may replace the champion
 */
public record Challenger(String score, String label, String version, String hash, Promotion promotion) {}
