package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.List;

/**
 * What is wrong with one place of a condition.
 *
 * @param path JSON pointer into the condition, e.g. {@code /all/1/any/0}; empty = the whole condition
 * @param message what was found and what was expected
 */
public record Problem(String path, String message) {
    /** One exception that names every problem, each on its own line. */
    static EngineException asException(List<Problem> problems) {
        String lines = String.join("\n", problems.stream().map(Problem::line).toList());
        return new EngineException(ErrorCode.INVALID_CONDITION, lines);
    }

    private String line() {
        return path.isEmpty() ? message : "At " + path + ": " + message;
    }
}
