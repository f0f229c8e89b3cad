package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a feature is computed: an immutable tree of operations over attributes, other features and transactions.
 *
 * <p>One meaning for all operations: a missing operand gives a missing result, as do a division by zero, the logarithm of a
 * number that is not positive, a value outside all bins and a result too large for a number. Zero has no sign.
 */
public sealed interface FeatureExpression
        permits AboveQuantile,
                Bins,
                Categories,
                Constant,
                DaysSince,
                Difference,
                Flags,
                IsCategory,
                MinMax,
                NaturalLog,
                Percentile,
                Product,
                Purchases,
                QuantileBins,
                Ratio,
                Sum,
                Truncate,
                ValueOf {
    /** What it is computed from, in the order of the formula. */
    List<FeatureExpression> operands();

    /**
     * @param problems gets one sentence for each operand that does not fit
     * @return the type of the result; empty when it cannot be told, and a problem then says why
     */
    Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems);

    /** One value per row; the column has no name of its own. */
    FeatureColumn compute(Rows rows);

    /** The formula in English without a capital and without a full stop, e.g. "purchase amount ÷ purchase frequency". */
    String sentence(Declarations declared);

    /**
     * The expression as it is written in a file.
     *
     * @param named how the name of an attribute or feature is written
     */
    JsonNode json(Function<String, JsonNode> named);

    /** In another language; empty = it has no words for this. */
    default <T> Optional<T> write(FeatureWriter<T> writer) {
        return Optional.empty();
    }

    /** The stored distribution that it compares with. */
    default Optional<Reference> reference() {
        return Optional.empty();
    }

    /** The texts it can result in; empty = not text, or not known. */
    default List<String> values(Declarations declared) {
        return List.of();
    }

    /** Whether its sentence is a single term that needs no brackets inside a longer formula. */
    default boolean isSingleTerm() {
        return false;
    }

    /** {@link #sentence}, in brackets when it is a formula. */
    default String term(Declarations declared) {
        return isSingleTerm() ? sentence(declared) : "(" + sentence(declared) + ")";
    }
}
