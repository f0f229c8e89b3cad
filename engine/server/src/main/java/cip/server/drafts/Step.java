package cip.server.drafts;

import cip.core.decide.StrategyHash;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does with a draft beside editing it.
 *
 * @param next the state it leads to
 * @param strategy the content it is about; {@code null} = no particular one
 * @param simulation id of the one that showed the effect; {@code null} = none did
 * @param place what a comment is about; {@code null} = the whole
 */
record Step(
        DraftEvent.Kind kind,
        DraftState next,
        @Nullable StrategyHash strategy,
        @Nullable String simulation,
        @Nullable String place,
        String text) {
    static Step of(DraftEvent.Kind kind, DraftState next, String text) {
        return new Step(kind, next, null, null, null, text);
    }
}
