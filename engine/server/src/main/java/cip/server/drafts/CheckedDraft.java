package cip.server.drafts;

import cip.core.decide.Strategy;
import cip.core.decide.StrategyProblem;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a draft comes to.
 *
 * @param strategy empty = it cannot be read as one
 * @param problems empty = it can be compiled
 */
record CheckedDraft(Optional<Strategy> strategy, List<StrategyProblem> problems) {
    CheckedDraft {
        problems = List.copyOf(problems);
    }

    /** The strategy, if nothing is wrong with it. */
    Optional<Strategy> valid() {
        return problems.isEmpty() ? strategy : Optional.empty();
    }

    EngineException refusal() {
        return new EngineException(
                ErrorCode.INVALID_STRATEGY,
                problems.stream().map(StrategyProblem::message).collect(Collectors.joining("\n")));
    }
}
