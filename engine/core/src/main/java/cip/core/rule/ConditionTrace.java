package cip.core.rule;

import java.util.List;

/**
 * Why a condition holds for one customer or does not: every comparison in reading order with what the customer has. Made by
 * {@link ConditionTraces}.
 *
 * @param matched whether the whole condition holds
 */
public record ConditionTrace(boolean matched, List<Line> lines) {
    public ConditionTrace {
        lines = List.copyOf(lines);
    }

    /**
     * One comparison or guardrail.
     *
     * @param text label, operator and value: "Churn risk is at least 60%"
     * @param term name of the term; of a guardrail its name
     * @param operator {@link Operator} by name; of a guardrail GUARDRAIL
     * @param value what it is compared with, formatted; empty when the operator needs none
     * @param actual what the customer has, formatted; "missing" when nothing is known
     * @param met whether the comparison itself holds, also inside "not"
     * @param group all, any or not: the nearest group around it
     * @param depth groups around it, the outermost "all" not counted
     * @param because of a term that a table gives: which of its rows gave it and why, in words; else empty
     */
    public record Line(
            String text,
            String term,
            String label,
            String operator,
            String value,
            String actual,
            boolean met,
            String group,
            int depth,
            String because) {}
}
