package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.CompiledField.TextField;
import cip.core.score.kernel.Linear;
import cip.core.score.kernel.LinearShares;
import cip.core.score.kernel.Lookup;
import cip.core.score.kernel.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dmg.pmml.DataType;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.regression.CategoricalPredictor;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.PredictorTerm;
import org.dmg.pmml.regression.RegressionTable;

/** Writes what a table of a regression adds up, and how its inputs add up to it where the model says what is usual. */
final class RegressionSum {
    private final ProgramWriter program;
    private final FieldNames names;
    private final boolean single;
    private final TrainingStatistics statistics;

    /** @param single whether the arithmetic is in floats */
    RegressionSum(ProgramWriter program, FieldNames names, boolean single, TrainingStatistics statistics) {
        this.program = program;
        this.names = names;
        this.single = single;
        this.statistics = statistics;
    }

    /**
     * @param origin the one input it is made from; empty = several
     * @param mean over the training rows; empty = the model does not say
     * @param ofAnotherModel whether it is made of nothing but what a model before it said
     */
    private record Term(
            int slot, double weight, Optional<String> origin, Optional<Double> mean, boolean ofAnotherModel) {}

    NumberField write(RegressionTable table) {
        if (table.getIntercept() == null) {
            throw new Uncompilable("a regression table without intercept");
        }
        List<Term> terms = new ArrayList<>();
        for (NumericPredictor predictor : table.getNumericPredictors()) {
            terms.add(number(predictor));
        }
        List<CategoricalPredictor> categories = table.getCategoricalPredictors();
        for (int from = 0; from < categories.size(); ) {
            int to = from;
            String name = categories.get(from).requireField();
            while (to < categories.size() && categories.get(to).requireField().equals(name)) {
                to++;
            }
            terms.add(category(name, categories.subList(from, to)));
            from = to;
        }
        for (PredictorTerm term : table.getPredictorTerms()) {
            terms.add(product(term));
        }
        int[] slots = terms.stream().mapToInt(Term::slot).toArray();
        double[] weights = terms.stream().mapToDouble(Term::weight).toArray();
        double intercept = number(table.requireIntercept());
        int sum = program.newNumbers();
        program.add(new Linear(slots, weights, intercept, single, sum));
        if (terms.isEmpty() || !terms.stream().allMatch(Term::ofAnotherModel)) {
            program.explain(shares(terms, slots, weights, intercept, sum));
        }
        return new NumberField(sum, type());
    }

    private Optional<Shares> shares(List<Term> terms, int[] slots, double[] weights, double intercept, int sum) {
        List<String> inputs = new ArrayList<>();
        int[] inputOfTerm = new int[slots.length];
        double[] means = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            Term term = terms.get(i);
            if (term.origin().isEmpty() || term.mean().isEmpty()) {
                return Optional.empty();
            }
            means[i] = term.mean().get();
            String input = term.origin().get();
            if (!inputs.contains(input)) {
                inputs.add(input);
            }
            inputOfTerm[i] = inputs.indexOf(input);
        }
        return Optional.of(new LinearShares(slots, weights, means, inputOfTerm, intercept, inputs, sum));
    }

    private Term number(NumericPredictor predictor) {
        String name = predictor.requireField();
        NumberField field = names.field(name).number(name);
        double weight = number(predictor.requireCoefficient());
        int exponent = predictor.getExponent();
        if (exponent == 1) {
            return new Term(field.slot(), weight, names.origin(name), statistics.mean(name), names.isResult(name));
        }
        NumberField power = program.map(field, type(), x -> Math.pow(single ? (float) x : x, exponent));
        return new Term(power.slot(), weight, names.origin(name), Optional.empty(), names.isResult(name));
    }

    /** What a row of one categorical field adds: the coefficient of the first predictor that it equals; nothing if missing. */
    private Term category(String name, List<CategoricalPredictor> predictors) {
        int slot = coefficients(names.field(name), predictors);
        Optional<Double> mean = statistics.shares(name).map(shares -> mean(shares, predictors));
        return new Term(slot, 1, names.origin(name), mean, names.isResult(name));
    }

    private double mean(Map<String, Double> shares, List<CategoricalPredictor> predictors) {
        Set<String> taken = new HashSet<>();
        return predictors.stream()
                .filter(predictor -> taken.add(Mentions.text(predictor.requireValue())))
                .mapToDouble(predictor -> shares.getOrDefault(Mentions.text(predictor.requireValue()), 0.0)
                        * number(predictor.requireCoefficient()))
                .sum();
    }

    private int coefficients(CompiledField field, List<CategoricalPredictor> predictors) {
        if (field instanceof TextField text) {
            int slot = program.newNumbers();
            double[] table = new double[text.codes().size()];
            boolean[] taken = new boolean[table.length];
            for (CategoricalPredictor predictor : predictors) {
                int code = text.codes().code(Mentions.text(predictor.requireValue()));
                if (!taken[code]) {
                    taken[code] = true;
                    table[code] = number(predictor.requireCoefficient());
                }
            }
            program.add(new Lookup(text.slot(), slot, table));
            return slot;
        }
        NumberField number = (NumberField) field;
        double[] values = predictors.stream()
                .mapToDouble(predictor -> CompiledNumbers.of(number.type(), predictor.requireValue()))
                .toArray();
        double[] coefficients = predictors.stream()
                .mapToDouble(predictor -> number(predictor.requireCoefficient()))
                .toArray();
        return program.map(number, DataType.DOUBLE, x -> {
                    int at = Arrays.stream(values).boxed().toList().indexOf(x);
                    return at < 0 ? 0 : coefficients[at];
                })
                .slot();
    }

    private Term product(PredictorTerm term) {
        double coefficient = number(term.requireCoefficient());
        NumberField product = null;
        boolean ofAnotherModel = true;
        for (FieldRef reference : term.requireFieldRefs()) {
            if (reference.getMapMissingTo() != null) {
                throw new Uncompilable("a term with replacements");
            }
            String name = reference.requireField();
            ofAnotherModel &= names.isResult(name);
            NumberField factor = names.field(name).number(name);
            product = product == null
                    ? program.map(factor, type(), x -> coefficient * (single ? (float) x : x))
                    : program.combine(product, factor, type(), (x, y) -> x * (single ? (float) y : y));
        }
        if (product == null) {
            throw new Uncompilable("a term without fields");
        }
        return new Term(product.slot(), 1, Optional.empty(), Optional.empty(), ofAnotherModel);
    }

    private DataType type() {
        return single ? DataType.FLOAT : DataType.DOUBLE;
    }

    private double number(Number number) {
        return single ? number.floatValue() : number.doubleValue();
    }
}
