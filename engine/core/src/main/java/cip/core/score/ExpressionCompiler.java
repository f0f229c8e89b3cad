package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.Choice;
import cip.core.score.kernel.Required;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.Apply;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DefineFunction;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.NormDiscrete;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.ParameterField;
import org.jpmml.evaluator.ExpressionUtil;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.TypeUtil;

/** Writes the steps that work out derived fields: renamings, arithmetic, normalisations, and whatever can be tabulated. */
final class ExpressionCompiler {
    private final ProgramWriter program;
    private final Tabulation tabulation;
    private final Map<String, DefineFunction> functions = new HashMap<>();
    /** Slots of numbers that are asked whether they are there before the expression under way is used. */
    private final Set<Integer> present = new HashSet<>();

    ExpressionCompiler(ProgramWriter program, Mentions mentioned, PMML pmml) {
        this.program = program;
        this.tabulation = new Tabulation(program, mentioned);
        if (pmml.getTransformationDictionary() != null) {
            pmml.getTransformationDictionary()
                    .getDefineFunctions()
                    .forEach(function -> functions.put(function.requireName(), function));
        }
    }

    /** @throws Uncompilable when the expression is of another kind */
    CompiledField derived(DerivedField field, FieldNames names) {
        Set<Integer> asked = Set.copyOf(present);
        present.clear();
        CompiledField compiled = compileDerived(field, names);
        present.addAll(asked);
        return compiled;
    }

    private CompiledField compileDerived(DerivedField field, FieldNames names) {
        Expression expression = field.requireExpression();
        if (tabulation.takes(expression, names)) {
            return tabulation.table(field, names);
        }
        CompiledField result = compile(expression, names);
        if (result instanceof NumberField number) {
            return program.cast(number, field.requireDataType());
        }
        if (field.requireDataType() == DataType.STRING) {
            return result;
        }
        throw new Uncompilable("the text " + field.getName() + " taken as a number");
    }

    CompiledField compile(Expression expression, FieldNames names) {
        if (expression instanceof FieldRef reference && reference.getMapMissingTo() == null) {
            return names.field(reference.requireField());
        }
        if (expression instanceof Constant constant) {
            return constant(constant);
        }
        if (expression instanceof NormContinuous norm) {
            NumberField field = names.field(norm.requireField()).number(norm.requireField());
            Normalisation normalisation = Normalisation.of(norm);
            return program.map(field, DataType.DOUBLE, normalisation::apply);
        }
        if (expression instanceof NormDiscrete norm && norm.getMapMissingTo() == null) {
            NumberField field = names.field(norm.requireField()).number(norm.requireField());
            double value = CompiledNumbers.of(field.type(), norm.requireValue());
            return program.map(field, DataType.DOUBLE, x -> Double.isNaN(x) ? x : x == value ? 1 : 0);
        }
        if (expression instanceof Apply apply) {
            return apply(apply, names);
        }
        throw new Uncompilable("the expression " + expression.getClass().getSimpleName());
    }

    private NumberField constant(Constant constant) {
        FieldValue value = ExpressionUtil.evaluateConstant(constant);
        if (value == null || !(value.getValue() instanceof Number number)) {
            throw new Uncompilable("a constant that is no number");
        }
        return program.constant(number.doubleValue() + 0.0, value.getDataType());
    }

    private CompiledField apply(Apply apply, FieldNames names) {
        String function = apply.requireFunction();
        if (apply.getMapMissingTo() != null
                || apply.getDefaultValue() != null
                || apply.getInvalidValueTreatment() != InvalidValueTreatmentMethod.RETURN_INVALID) {
            throw new Uncompilable("the function " + function + " with replacements");
        }
        List<CompiledField> arguments = arguments(apply, names);
        DefineFunction defined = functions.get(function);
        if (defined != null) {
            return call(defined, arguments, names);
        }
        List<NumberField> numbers = arguments.stream()
                .map(argument -> argument.number("in the function " + function))
                .toList();
        return switch (numbers.size()) {
            case 1 -> ofOne(function, numbers.get(0));
            case 2 -> ofTwo(function, numbers.get(0), numbers.get(1));
            default -> ofMore(function, numbers);
        };
    }

    /** What follows {@code if (isNotMissing(x))} need not require x. */
    private List<CompiledField> arguments(Apply apply, FieldNames names) {
        List<CompiledField> arguments = new ArrayList<>();
        for (Expression argument : apply.getExpressions()) {
            Optional<NumberField> asked =
                    arguments.size() == 1 && apply.requireFunction().equals(PMMLFunctions.IF)
                            ? askedForPresence(apply.getExpressions().get(0), names)
                            : Optional.empty();
            boolean added = asked.isPresent() && present.add(asked.get().slot());
            arguments.add(compile(argument, names));
            if (added) {
                present.remove(asked.get().slot());
            }
        }
        return arguments;
    }

    private static Optional<NumberField> askedForPresence(Expression condition, FieldNames names) {
        return condition instanceof Apply apply
                        && apply.requireFunction().equals(PMMLFunctions.ISNOTMISSING)
                        && apply.getExpressions().size() == 1
                        && apply.getExpressions().get(0) instanceof FieldRef field
                        && names.field(field.requireField()) instanceof NumberField number
                ? Optional.of(number)
                : Optional.empty();
    }

    private void require(NumberField number) {
        if (!present.contains(number.slot())) {
            program.add(new Required(number.slot()));
        }
    }

    private CompiledField call(DefineFunction function, List<CompiledField> arguments, FieldNames names) {
        Map<String, CompiledField> parameters = new HashMap<>();
        for (int i = 0;
                i < arguments.size() && i < function.getParameterFields().size();
                i++) {
            ParameterField parameter = function.getParameterFields().get(i);
            CompiledField argument = arguments.get(i);
            boolean typed = argument instanceof NumberField && parameter.getDataType() != null;
            parameters.put(
                    parameter.requireName(),
                    typed ? program.cast((NumberField) argument, parameter.getDataType()) : argument);
        }
        CompiledField result = compile(function.requireExpression(), names.ofFunction(parameters));
        return result instanceof NumberField number && function.getDataType() != null
                ? program.cast(number, function.getDataType())
                : result;
    }

    private NumberField ofOne(String function, NumberField number) {
        DoubleUnaryOperator presence = ExpressionFunctions.presence(function);
        if (presence != null) {
            return program.map(number, DataType.BOOLEAN, presence);
        }
        DoubleUnaryOperator unary = ExpressionFunctions.ofNumber(function);
        if (unary == null) {
            throw new Uncompilable("the function " + function + " of one number");
        }
        require(number);
        return program.map(number, function.equals(PMMLFunctions.ABS) ? number.type() : DataType.DOUBLE, unary);
    }

    private NumberField ofTwo(String function, NumberField left, NumberField right) {
        DoubleBinaryOperator comparison = ExpressionFunctions.comparison(function);
        if (comparison != null) {
            require(left);
            require(right);
            return program.combine(left, right, DataType.BOOLEAN, comparison);
        }
        DoubleBinaryOperator arithmetic = ExpressionFunctions.arithmetic(function);
        if (arithmetic == null) {
            return ofMore(function, List.of(left, right));
        }
        if (function.equals(PMMLFunctions.POW)) {
            require(left);
            require(right);
        }
        return program.combine(left, right, commonType(function, left, right), arithmetic);
    }

    private NumberField ofMore(String function, List<NumberField> numbers) {
        if (function.equals(PMMLFunctions.IF) && numbers.size() >= 2) {
            return choice(numbers);
        }
        DoubleBinaryOperator extreme = ExpressionFunctions.extreme(function);
        if (extreme == null || numbers.isEmpty()) {
            throw new Uncompilable("the function " + function + " of " + numbers.size() + " numbers");
        }
        NumberField result = numbers.get(0);
        for (NumberField next : numbers.subList(1, numbers.size())) {
            result = program.combine(result, next, commonType(function, result, next), extreme);
        }
        return result;
    }

    /** A number if a condition holds; else another, or missing. */
    private NumberField choice(List<NumberField> numbers) {
        NumberField yes = numbers.get(1);
        NumberField no = numbers.size() > 2 ? numbers.get(2) : program.constant(Double.NaN, yes.type());
        int slot = program.newNumbers();
        require(numbers.get(0));
        program.add(new Choice(numbers.get(0).slot(), yes.slot(), no.slot(), slot));
        return new NumberField(slot, yes.type() == no.type() ? yes.type() : DataType.DOUBLE);
    }

    private static DataType commonType(String function, NumberField left, NumberField right) {
        DataType type = TypeUtil.getCommonDataType(left.type(), right.type());
        if (type != DataType.DOUBLE && type != DataType.FLOAT) {
            throw new Uncompilable("the function " + function + " of whole numbers");
        }
        return type;
    }
}
