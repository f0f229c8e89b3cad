package cip.core.score;

import org.dmg.pmml.DataType;
import org.jpmml.evaluator.TypeCheckException;
import org.jpmml.evaluator.TypeUtil;

/** Numbers of a document as programs hold them. */
final class CompiledNumbers {
    private CompiledNumbers() {}

    /**
     * A value of the document as a number of the type, as the evaluator casts it; zero has no sign, yes is 1.
     *
     * @throws Uncompilable when it is none
     */
    static double of(DataType type, Object value) {
        try {
            Object cast = TypeUtil.parseOrCast(type, value);
            if (cast instanceof Boolean yes) {
                return yes ? 1 : 0;
            }
            return ((Number) cast).doubleValue() + 0.0;
        } catch (IllegalArgumentException | TypeCheckException e) {
            throw new Uncompilable("the value " + value + ", which is no " + type.value());
        }
    }

    /** A threshold for fields of the type: whole numbers are also compared with fractions. */
    static double threshold(DataType type, Object value) {
        return of(type == DataType.INTEGER ? DataType.DOUBLE : type, value);
    }
}
