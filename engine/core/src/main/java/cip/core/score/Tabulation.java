package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.CompiledField.TextField;
import cip.core.score.kernel.Lookup;
import cip.core.score.kernel.Ranks;
import cip.core.score.kernel.Recoded;
import cip.core.score.kernel.TextInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Discretize;
import org.dmg.pmml.DiscretizeBin;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.OpType;
import org.jpmml.evaluator.ExpressionUtil;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.FieldValueUtil;
import org.jpmml.evaluator.VirtualEvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that come down to one field and can be worked out beforehand for all it can be: every text that the model mentions, any
 * other, missing; or every bin of numbers. The evaluator itself works them out.
 */
final class Tabulation {
    private final ProgramWriter program;
    private final Mentions mentioned;

    Tabulation(ProgramWriter program, Mentions mentioned) {
        this.program = program;
        this.mentioned = mentioned;
    }

    boolean takes(Expression expression, FieldNames names) {
        if (expression instanceof FieldRef) {
            return false;
        }
        ExpressionRoots roots = ExpressionRoots.of(expression, names);
        return roots.only().map(root -> names.field(root) instanceof TextField).orElse(false)
                || expression instanceof Discretize;
    }

    CompiledField table(DerivedField derived, FieldNames names) {
        ExpressionRoots roots = ExpressionRoots.of(derived.requireExpression(), names);
        String root = roots.only().orElse("");
        if (!root.isEmpty() && names.field(root) instanceof TextField text) {
            List<Result> results = new ArrayList<>();
            results.add(result(derived, names, root, null));
            results.add(
                    roots.comparesOnly() ? result(derived, names, root, text(TextCodes.ANY_OTHER)) : Result.REFUSED);
            text.codes().mentioned().forEach(value -> results.add(result(derived, names, root, text(value))));
            return table(derived, results, text.slot());
        }
        Discretize discretize = (Discretize) derived.requireExpression();
        String name = discretize.requireField();
        return bins(derived, names, discretize, names.field(name).number(name));
    }

    private static FieldValue text(String value) {
        return FieldValueUtil.create(OpType.CATEGORICAL, DataType.STRING, value);
    }

    private CompiledField bins(DerivedField derived, FieldNames names, Discretize discretize, NumberField field) {
        TreeSet<Double> cuts = new TreeSet<>();
        for (DiscretizeBin bin : discretize.getDiscretizeBins()) {
            for (Number margin : new Number[] {
                bin.requireInterval().getLeftMargin(), bin.requireInterval().getRightMargin()
            }) {
                if (margin != null) {
                    cuts.add(margin.doubleValue() + 0.0);
                    cuts.add(Math.nextUp(margin.doubleValue()));
                }
            }
        }
        if (cuts.isEmpty() || field.type() == DataType.BOOLEAN) {
            throw new Uncompilable("bins without ends");
        }
        String name = discretize.requireField();
        List<Result> results = new ArrayList<>();
        results.add(result(derived, names, name, number(Math.nextDown(cuts.first()))));
        cuts.forEach(cut -> results.add(result(derived, names, name, number(cut))));
        results.add(result(derived, names, name, null));
        int ranks = program.newCodes();
        program.add(new Ranks(
                field.slot(), -1, ranks, cuts.stream().mapToDouble(cut -> cut).toArray()));
        return table(derived, results, ranks);
    }

    private static FieldValue number(double value) {
        return FieldValueUtil.create(OpType.CONTINUOUS, DataType.DOUBLE, value);
    }

    /** @param results for each code */
    private CompiledField table(DerivedField derived, List<Result> results, int in) {
        if (results.stream().allMatch(Result::unsure)) {
            throw new Uncompilable("the field " + derived.getName() + ", which has no value");
        }
        if (derived.requireDataType() == DataType.STRING) {
            return texts(derived, results, in);
        }
        int codes = recoded(results, in);
        int slot = program.newNumbers();
        program.add(new Lookup(
                codes,
                slot,
                results.stream()
                        .mapToDouble(result -> result.value() == null
                                ? Double.NaN
                                : CompiledNumbers.of(derived.requireDataType(), result.value()))
                        .toArray()));
        return new NumberField(slot, derived.requireDataType());
    }

    /** Marks the rows whose code has no result. */
    private int recoded(List<Result> results, int in) {
        if (results.stream().noneMatch(Result::unsure)) {
            return in;
        }
        int[] table = new int[results.size()];
        for (int code = 0; code < table.length; code++) {
            table[code] = results.get(code).unsure() ? TextInput.UNSURE : code;
        }
        int out = program.newCodes();
        program.add(new Recoded(in, out, table));
        return out;
    }

    private TextField texts(DerivedField derived, List<Result> results, int in) {
        Set<String> texts = new LinkedHashSet<>(mentioned.of(derived.requireName()));
        for (Result result : results) {
            if (result.value() != null && !result.value().equals(TextCodes.ANY_OTHER)) {
                texts.add(result.value().toString());
            }
        }
        TextCodes codes = new TextCodes(texts);
        int[] table = new int[results.size()];
        for (int code = 0; code < table.length; code++) {
            Result result = results.get(code);
            table[code] = result.unsure()
                    ? TextInput.UNSURE
                    : result.value() == null
                            ? TextCodes.MISSING
                            : codes.code(result.value().toString());
        }
        int out = program.newCodes();
        program.add(new Recoded(in, out, table));
        return new TextField(out, codes);
    }

    /** @param value null = missing @param unsure whether the evaluator refuses */
    private record Result(@Nullable Object value, boolean unsure) {
        static final Result REFUSED = new Result(null, true);
    }

    private static Result result(DerivedField derived, FieldNames names, String root, @Nullable FieldValue value) {
        VirtualEvaluationContext context = new VirtualEvaluationContext() {
            @Override
            protected @Nullable FieldValue resolve(String name) {
                DerivedField definition = names.definition(name);
                if (definition == null) {
                    throw new IllegalArgumentException(name);
                }
                return declareInternal(name, ExpressionUtil.evaluate(definition, this));
            }
        };
        context.declareInternal(root, value);
        try {
            return new Result(FieldValueUtil.getValue(ExpressionUtil.evaluate(derived, context)), false);
        } catch (RuntimeException refused) {
            return Result.REFUSED;
        }
    }
}
