package cip.core.simulate;

import cip.core.customer.CustomerId;
import cip.core.decide.Decision;
import cip.core.decide.Outcome;

/**
 * One customer under two strategies.
 *
 * @param valueBefore expected value of the first action, in the currency
 */
public record Change(
        CustomerId customer,
        String segmentBefore,
        String segmentAfter,
        String actionBefore,
        String actionAfter,
        double valueBefore,
        double valueAfter) {
    static Change of(Decision before, Decision after) {
        Outcome.Recommended first = before.recommended().get(0);
        Outcome.Recommended second = after.recommended().get(0);
        return new Change(
                before.customer(),
                before.segment().id(),
                after.segment().id(),
                first.action().id(),
                second.action().id(),
                first.factors().expectedValue(),
                second.factors().expectedValue());
    }

    /** Whether the customer gets another segment or another first action. */
    public boolean changes() {
        return !segmentBefore.equals(segmentAfter) || !actionBefore.equals(actionAfter);
    }

    Transitions.Cell ofSegments() {
        return new Transitions.Cell(segmentBefore, segmentAfter, 1, valueBefore, valueAfter);
    }

    Transitions.Cell ofActions() {
        return new Transitions.Cell(actionBefore, actionAfter, 1, valueBefore, valueAfter);
    }
}
