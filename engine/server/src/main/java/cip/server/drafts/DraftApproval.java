package cip.server.drafts;

import java.time.Instant;

/**
 * Somebody's agreement to publish the content of a draft that is in review.
 *
 * @param by user name
 */
public record DraftApproval(String by, Instant at, String text) {
    static DraftApproval of(DraftEvent event) {
        return new DraftApproval(event.by(), event.at(), event.text());
    }
}
