package cip.core.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Another language to write features in, e.g. that of model files. It is handed one operation at a time, operands first; each
 * means what {@link FeatureExpression} says, above all that a missing operand gives a missing result.
 *
 * @param <T> an operation, written
 */
public interface FeatureWriter<T> {
    /** An attribute or another feature; empty = it cannot be written. */
    Optional<T> value(String name);

    T number(double value);

    T sum(T left, T right);

    T difference(T left, T right);

    T product(T left, T right);

    /** By zero is missing. */
    T quotient(T left, T right);

    /** Of a number that is not positive is missing. */
    T logarithm(T of);

    /** 1 or 0. */
    T isAbove(T of, double number);

    /** 1 or 0. */
    T isAtLeast(T of, double number);

    /** @param lowerIncluded whether an interval includes its lower edge and not its upper one, or the other way round */
    Optional<T> bins(T of, List<Double> edges, List<String> labels, boolean lowerIncluded);

    /** A text that is not in the map stays as it is. */
    Optional<T> categories(T of, Map<String, String> map);

    /** 1 or 0. */
    Optional<T> isCategory(T of, String category);

    /** What the reference customers are like. */
    Distribution distribution(FeatureExpression of);
}
