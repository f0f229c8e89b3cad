package cip.server.openscoring;

import cip.core.score.Attribution;
import cip.core.score.ModelInput;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts records of named values to a model, by way of the feature matrix that it reads in the engine, too. */
final class Evaluation {
    private final PmmlModel model;
    private final List<String> results;
    private final Optional<PmmlScorer> explainer;

    /** @param explained whether answers say what each input adds @throws EngineException INVALID_VALUE when that is not known */
    Evaluation(ServedModel served, boolean explained) {
        this.model = served.pmml();
        this.results = model.schema().results();
        this.explainer = explained ? Optional.of(served.explainer()) : Optional.empty();
    }

    List<ModelInput> inputs() {
        return model.inputs();
    }

    boolean isExplained() {
        return explainer.isPresent();
    }

    /** Names of all that a record is answered with. */
    List<String> results() {
        return results;
    }

    /** The answer, or why there is none; one bad record says nothing about others. */
    Answer answer(Question question) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (ModelInput input : model.inputs()) {
            @Nullable Object value = question.arguments().get(input.name());
            Optional<FeatureColumn> column = column(input, value);
            if (column.isEmpty()) {
                return Answer.refused(
                        question.id(),
                        input.name() + " is neither a number of usual size nor a text, true, false or null.");
            }
            columns.add(column.get());
        }
        return answer(question.id(), new FeatureMatrix(1, columns), 0);
    }

    /** @param rows with a column for every input of the model */
    Answer answer(@Nullable String id, FeatureMatrix rows, int row) {
        PmmlModel.RowOutputs outputs = model.outputs(rows, row);
        if (outputs.problem().isPresent()) {
            return Answer.refused(id, outputs.problem().get());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : results) {
            values.put(name, plain(outputs.values().get(name)));
        }
        Optional<Attribution> attribution = explainer.flatMap(known -> known.attribution(rows, row));
        return new Answer(id, values, null, attribution.orElse(null));
    }

    /** @return empty = no cell can hold the value */
    private static Optional<FeatureColumn> column(ModelInput input, @Nullable Object value) {
        String name = input.name();
        if (value == null || value instanceof String) {
            return Optional.of(new TextColumn(name, new @Nullable String[] {(String) value}));
        }
        boolean readsNumber = input.feature().type() == FeatureInput.Type.NUMBER;
        if (value instanceof Boolean yes) {
            return Optional.of(readsNumber ? number(name, yes ? 1 : 0) : text(name, yes.toString()));
        }
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return Optional.empty();
        }
        boolean whole = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
        return Optional.of(whole && !readsNumber ? text(name, number.toString()) : number(name, number.doubleValue()));
    }

    private static FeatureColumn number(String name, double value) {
        return new NumberColumn(name, new double[] {value});
    }

    private static FeatureColumn text(String name, String value) {
        return new TextColumn(name, new @Nullable String[] {value});
    }

    /** As JSON can say it: a number that is not finite is no number there. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue()) ? value : null;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
