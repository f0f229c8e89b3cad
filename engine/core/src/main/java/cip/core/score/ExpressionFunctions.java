package cip.core.score;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.PMMLFunctions;
import org.jspecify.annotations.Nullable;

/** The built-in functions of PMML that programs know, on numbers; yes is 1 and no is 0. */
final class ExpressionFunctions {
    private ExpressionFunctions() {}

    /** Functions of a number that must not be missing; null = another. */
    static @Nullable DoubleUnaryOperator ofNumber(String function) {
        return switch (function) {
            case PMMLFunctions.LN -> Math::log;
            case PMMLFunctions.LN1P -> Math::log1p;
            case PMMLFunctions.LOG10 -> Math::log10;
            case PMMLFunctions.EXP -> Math::exp;
            case PMMLFunctions.EXPM1 -> Math::expm1;
            case PMMLFunctions.SQRT -> Math::sqrt;
            case PMMLFunctions.ABS -> Math::abs;
            default -> null;
        };
    }

    /** Arithmetic; a missing number makes the result missing. Null = another function. */
    static @Nullable DoubleBinaryOperator arithmetic(String function) {
        return switch (function) {
            case PMMLFunctions.ADD -> Double::sum;
            case PMMLFunctions.SUBTRACT -> (x, y) -> x - y;
            case PMMLFunctions.MULTIPLY -> (x, y) -> x * y;
            case PMMLFunctions.DIVIDE -> (x, y) -> x / y;
            case PMMLFunctions.POW -> Math::pow;
            default -> null;
        };
    }

    /** The least or greatest of those that are not missing. Null = another function. */
    static @Nullable DoubleBinaryOperator extreme(String function) {
        return switch (function) {
            case PMMLFunctions.MIN -> (x, y) -> Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.min(x, y);
            case PMMLFunctions.MAX -> (x, y) -> Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.max(x, y);
            default -> null;
        };
    }

    /** Whether two numbers, neither missing, compare so. Null = another function. */
    static @Nullable DoubleBinaryOperator comparison(String function) {
        return switch (function) {
            case PMMLFunctions.EQUAL -> (x, y) -> x == y ? 1 : 0;
            case PMMLFunctions.NOTEQUAL -> (x, y) -> x == y ? 0 : 1;
            case PMMLFunctions.LESSTHAN -> (x, y) -> x < y ? 1 : 0;
            case PMMLFunctions.LESSOREQUAL -> (x, y) -> x <= y ? 1 : 0;
            case PMMLFunctions.GREATERTHAN -> (x, y) -> x > y ? 1 : 0;
            case PMMLFunctions.GREATEROREQUAL -> (x, y) -> x >= y ? 1 : 0;
            default -> null;
        };
    }

    /** Whether a number is there. Null = another function. */
    static @Nullable DoubleUnaryOperator presence(String function) {
        return switch (function) {
            case PMMLFunctions.ISMISSING -> x -> Double.isNaN(x) ? 1 : 0;
            case PMMLFunctions.ISNOTMISSING -> x -> Double.isNaN(x) ? 0 : 1;
            default -> null;
        };
    }
}
