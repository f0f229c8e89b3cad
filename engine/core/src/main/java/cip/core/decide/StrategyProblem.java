package cip.core.decide;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one place of a strategy.
 *
 * @param place the part, then ids, then where in a condition: {@code segments/at_risk/when/all/1},
 *     {@code engagement/win_back_email/suitability}, {@code tables/care/rows/2/when/0}, {@code actions/early_access},
 *     {@code holdout}
 * @param message what was found and what was expected, understood without the place
 */
public record StrategyProblem(String place, String message) {
    /** One exception that names every problem, each on its own line. */
    static EngineException asException(List<StrategyProblem> problems) {
        return new EngineException(
                ErrorCode.INVALID_STRATEGY,
                problems.stream().map(StrategyProblem::message).collect(Collectors.joining("\n")));
    }
}
