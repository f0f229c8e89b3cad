package cip.server.drafts;

import org.jspecify.annotations.Nullable;

/**
 * A model of a draft whose scores over the base are not there, so that nothing can be counted by them.
 *
 * @param score that it gives
 * @param done customers that are scored
 * @param customers in the base
 * @param failure why they are not there; {@code null} = nothing failed
 */
public record ModelScoring(
        String score,
        String label,
        String version,
        String hash,
        State state,
        long done,
        long customers,
        @Nullable String failure) {
    /** How far it is. */
    public enum State {
        /** It waits or is under way; whoever asks again sees how far it is. */
        SCORING,
        /** Somebody cancelled it; nothing is scored until somebody asks for it anew. */
        CANCELLED,
        /** It cannot be scored. */
        FAILED
    }
}
