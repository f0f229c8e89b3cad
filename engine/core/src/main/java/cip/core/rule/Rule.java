package cip.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A condition with an id by which its matches are reported. The id is any text; the engine never reads it. */
public record Rule(String id, Condition condition) {
    /** @throws cip.core.error.EngineException INVALID_CONDITION naming every problem of every rule */
    static void require(List<Rule> rules, Vocabulary vocabulary, Set<String> guardrails) {
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : rules) {
            for (Problem problem : ConditionCheck.problems(rule.condition, vocabulary, guardrails)) {
                problems.add(new Problem("rule " + rule.id + problem.path(), problem.message()));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.asException(problems);
        }
    }
}
