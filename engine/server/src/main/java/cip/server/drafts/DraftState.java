package cip.server.drafts;

import java.util.Locale;

/**
 * How far a draft has come. It is OPEN until somebody submits it; IN_REVIEW until somebody else, or two of them when it goes beyond a limit, approves it or asks for
 * changes, which opens it again; APPROVED until it is published, or SCHEDULED to be published at an instant: if something stands in the way then, it is
 * APPROVED or, when another approval is missing, IN_REVIEW again. Whatever is saved meanwhile opens it again and voids the
 * approval. PUBLISHED is the end. A draft that is not published may be DISCARDED and, restored, is OPEN.
 */
public enum DraftState {
    OPEN,
    IN_REVIEW,
    APPROVED,
    SCHEDULED,
    PUBLISHED,
    DISCARDED;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isEditable() {
        return this == OPEN || this == IN_REVIEW || this == APPROVED || this == SCHEDULED;
    }
}
