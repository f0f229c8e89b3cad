package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.Combined;
import cip.core.score.kernel.Constant;
import cip.core.score.kernel.Mapped;
import cip.core.score.kernel.Program;
import cip.core.score.kernel.Shares;
import cip.core.score.kernel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.DataType;

/** Writes the steps of a program in the order in which they are asked for. */
final class ProgramWriter {
    private static final int MOST_STEPS = 20_000;

    private final List<Step> steps = new ArrayList<>();
    private final List<Optional<Shares>> shares = new ArrayList<>();
    private int numbers;
    private int codes;

    int newNumbers() {
        return numbers++;
    }

    int newCodes() {
        return codes++;
    }

    void add(Step step) {
        if (steps.size() == MOST_STEPS) {
            throw new Uncompilable("more than " + MOST_STEPS + " steps");
        }
        steps.add(step);
    }

    /** Takes note of how inputs add up in one model. @param of empty = it is not known */
    void explain(Optional<Shares> of) {
        shares.add(of);
    }

    /** What was noted of models so far, which is forgotten: they are part of another. */
    List<Optional<Shares>> takeExplained() {
        List<Optional<Shares>> taken = List.copyOf(shares);
        shares.clear();
        return taken;
    }

    NumberField constant(double value, DataType type) {
        int slot = newNumbers();
        add(new Constant(slot, value));
        return new NumberField(slot, type);
    }

    /** @param type what the results are rounded to */
    NumberField map(NumberField field, DataType type, DoubleUnaryOperator function) {
        int slot = newNumbers();
        DoubleUnaryOperator rounded = type == DataType.FLOAT ? x -> (float) function.applyAsDouble(x) : function;
        add(new Mapped(field.slot(), slot, rounded));
        return cast(new NumberField(slot, type == DataType.INTEGER ? DataType.DOUBLE : type), type);
    }

    /** @param type what the results are rounded to */
    NumberField combine(NumberField left, NumberField right, DataType type, DoubleBinaryOperator function) {
        int slot = newNumbers();
        DoubleBinaryOperator rounded =
                type == DataType.FLOAT ? (x, y) -> (float) function.applyAsDouble(x, y) : function;
        add(new Combined(left.slot(), right.slot(), slot, rounded));
        return cast(new NumberField(slot, type == DataType.INTEGER ? DataType.DOUBLE : type), type);
    }

    /** The same numbers as another type: rounded to float, refused where they are no whole numbers. */
    NumberField cast(NumberField field, DataType type) {
        if (field.type() == type || field.type() == DataType.INTEGER && type == DataType.DOUBLE) {
            return new NumberField(field.slot(), type);
        }
        return switch (type) {
            case DOUBLE -> new NumberField(field.slot(), type);
            case FLOAT -> map(field, type, x -> x);
            case INTEGER -> {
                int slot = newNumbers();
                add(new Mapped(field.slot(), slot, x -> x == (int) x ? x : Double.NaN));
                yield new NumberField(slot, type);
            }
            default -> throw new Uncompilable("a number taken as " + type.value());
        };
    }

    Program program(NumberField result) {
        return new Program(numbers, codes, steps, result.slot(), shares.size() == 1 ? shares.get(0) : Optional.empty());
    }
}
