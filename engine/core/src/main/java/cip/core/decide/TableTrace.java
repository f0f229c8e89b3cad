package cip.core.decide;

import cip.core.rule.ConditionTrace;
import java.util.List;

/**
 * What a decision table gave to one customer and why.
 *
 * @param rows those that count, by position from 0: one, or all that hold of a table that collects; empty = none holds
 * @param why in words: "Row 3 of Care level holds: churn risk is at least 60% (72%)"
 * @param lines the tests of the first row that counts, with what the customer has
 */
public record TableTrace(
        String name,
        String label,
        List<Integer> rows,
        String why,
        List<Output> outputs,
        List<ConditionTrace.Line> lines) {
    public TableTrace {
        rows = List.copyOf(rows);
        outputs = List.copyOf(outputs);
        lines = List.copyOf(lines);
    }

    /** @param value what the customer has, in words */
    public record Output(String term, String label, String value) {}
}
