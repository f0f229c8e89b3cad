package cip.core.decide;

import cip.spi.ScoreOutput;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A model's number for one customer.
 *
 * @param value in the output's unit, NaN = no score
 * @param problem why there is no score; {@code null} = there is one
 */
public record Score(ScoreOutput output, String label, double value, @Nullable String problem) {
    public OptionalDouble number() {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same score; why there is none stays unsaid. */
    Score withoutProblem() {
        return new Score(output, label, value, "The model gives no score; the values behind it are personal.");
    }

    public Optional<String> whyNone() {
        return Optional.ofNullable(problem);
    }
}
