package cip.core.decide;

import cip.spi.ScoreOutput;

/**
 * A model as a strategy pins it.
 *
 * @param label of its score, e.g. {@code Lifetime value}
 * @param output what its score is; its name is the score's name
 * @param version folder below {@code pmml/<score>/}
 * @param hash SHA-256 of the PMML bytes, 64 hexadecimal digits
 */
public record ModelReference(String label, ScoreOutput output, String version, String hash) {
    public String score() {
        return output.name();
    }
}
