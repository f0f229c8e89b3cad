package cip.server.models;

import java.time.Instant;

/**
 * A model version of the registry.
 *
 * @param createdBy who brought it: a user name, or {@code models folder}
 */
public record RegisteredModel(ModelCard card, Instant createdAt, String createdBy) {
    public String hash() {
        return card.hash();
    }
}
