package cip.server.models;

import cip.spi.ScoreOutput;

/**
 * A model as it lies in the models folder, checked: the card's hash is that of these bytes.
 *
 * @param pmml the file's bytes; never written to
 * @param cardJson the card's text as it lies in the folder
 */
public record ShippedModel(ModelCard card, byte[] pmml, String cardJson) {
    /** The same model with this version on its card. */
    ShippedModel numbered(String version) {
        ModelCard numbered = card.numbered(version);
        return new ShippedModel(numbered, pmml, numbered.toJson());
    }

    public String score() {
        return card.score();
    }

    public String version() {
        return card.version();
    }

    /** SHA-256 of the PMML bytes, 64 hexadecimal digits. */
    public String hash() {
        return card.hash();
    }

    public ScoreOutput output() {
        return card.output();
    }
}
