package cip.core.decide;

import static cip.core.decide.ActionOutcomes.STAGES;

import cip.core.action.Action;
import cip.core.rule.ConditionTrace;
import cip.core.rule.ConditionTraces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the actions came out as they did for customers of one matrix. Every stage is traced once per customer, so ask
 * everything about one row before the next. Belongs to one thread.
 */
final class ActionReasons {
    private static final int MOST_REASONS = 3;

    private final List<Action> actions;
    private final ActionOutcomes.Matched matched;
    private final ConditionTraces.Rows traces;
    private final Map<String, Integer> rules = new HashMap<>();
    private final @Nullable ConditionTrace[] stages;
    private int row = -1;

    /** @param actions of the engagement rules, in their order @param traces of the stages of each rule, in this order */
    ActionReasons(List<Action> actions, ActionOutcomes.Matched matched, ConditionTraces.Rows traces) {
        this.actions = actions;
        this.matched = matched;
        this.traces = traces;
        this.stages = new ConditionTrace[actions.size() * STAGES.size()];
        for (Action action : actions) {
            rules.put(action.id(), rules.size());
        }
    }

    /** How every engagement rule came out, in their order. */
    List<RuleTrace> traces(int row) {
        List<RuleTrace> whole = new ArrayList<>(actions.size());
        for (int rule = 0; rule < actions.size(); rule++) {
            Action action = actions.get(rule);
            boolean holds = matched.failedStage(rule, row) == null;
            whole.add(new RuleTrace(action.id(), action.name(), holds, whole(rule, row)));
        }
        return whole;
    }

    /** What speaks for an action whose rule holds, in sentences. */
    List<String> why(Action action, int row) {
        Integer rule = rules.get(action.id());
        if (rule == null) {
            throw new IllegalArgumentException("The action " + action.id() + " has no engagement rule.");
        }
        return whole(rule, row).lines().stream()
                .filter(ConditionTrace.Line::met)
                .filter(line -> !line.group().equals("not"))
                .map(ActionReasons::sentence)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    /** What is against an action in the stage that does not hold, in a sentence. */
    String whyNot(int rule, EngagementRule.Stage failed, int row) {
        for (ConditionTrace.Line line : stage(rule, failed, row).lines()) {
            if (line.met() == line.group().equals("not")) {
                return sentence(line);
            }
        }
        return "Its condition is not met.";
    }

    /** The stages together, as one condition in which all of them must hold. */
    private ConditionTrace whole(int rule, int row) {
        boolean holds = true;
        List<ConditionTrace.Line> lines = new ArrayList<>();
        for (EngagementRule.Stage stage : STAGES) {
            ConditionTrace trace = stage(rule, stage, row);
            holds &= trace.matched();
            lines.addAll(trace.lines());
        }
        return new ConditionTrace(holds, lines);
    }

    private ConditionTrace stage(int rule, EngagementRule.Stage stage, int row) {
        if (row != this.row) {
            Arrays.fill(stages, null);
            this.row = row;
        }
        int position = rule * STAGES.size() + stage.ordinal();
        ConditionTrace known = stages[position];
        if (known == null) {
            known = traces.trace(position, row);
            stages[position] = known;
        }
        return known;
    }

    private static String sentence(ConditionTrace.Line line) {
        if (line.operator().equals("GUARDRAIL")) {
            return "Guardrail " + line.label() + " " + line.actual() + ".";
        }
        boolean said = line.met() && line.value().equals(line.actual());
        return said ? line.text() + "." : line.text() + "; it is " + line.actual() + ".";
    }
}
