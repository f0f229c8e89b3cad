package cip.server.models;

import java.time.Instant;

/**
 * A model version of the registry.
 *
 * @param version no other model of its score has it; the card's own, unless that was taken when the model came
 * @param createdBy who brought it: a user name, or {@code models folder}
 */
public record RegisteredModel(String version, ModelCard card, Instant createdAt, String createdBy) {
    public String hash() {
        return card.hash();
    }
}
