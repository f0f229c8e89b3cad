package cip.core.score;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.dmg.pmml.DataType;
import org.dmg.pmml.HasDiscreteDomain;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.Value;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/**
 * Rows on which a model is scored twice. Every number of the document that a field is compared with occurs in it, with its
 * neighbours below and above, as do every category, an unknown one, numbers out of range, and missing; which meet in a row
 * is drawn from a seed, the hash of the model. The verification records of the file come last.
 */
final class ProofRows {
    private static final int FEWEST = 256;
    private static final int MOST = 3_000;
    private static final double MISSING_SHARE = 0.3;

    private final Mentions mentions;
    private final Random random;

    private ProofRows(PmmlModel model) {
        mentions = Mentions.of(model.document());
        random = new Random(Long.parseUnsignedLong(model.hash().substring(0, 16), 16));
    }

    /** @return one column per input of the model, in its order */
    static FeatureMatrix of(PmmlModel model) {
        ProofRows rows = new ProofRows(model);
        List<List<?>> edges = new ArrayList<>();
        for (InputField field : model.fields()) {
            List<?> values = ModelInputs.isNumber(field) ? rows.numbers(field) : rows.texts(field);
            Collections.shuffle(values, rows.random);
            edges.add(values);
        }
        int longest = edges.stream().mapToInt(List::size).max().orElse(0);
        int generated = Math.max(FEWEST, Math.min(MOST, 5 * longest / 4));
        List<VerificationRecord> records = VerificationRecord.of(model);
        List<FeatureColumn> columns = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            InputField field = model.fields().get(i);
            columns.add(rows.column(field, edges.get(i), generated, records));
        }
        return new FeatureMatrix(generated + records.size(), columns);
    }

    private FeatureColumn column(InputField field, List<?> edges, int generated, List<VerificationRecord> records) {
        boolean isNumber = ModelInputs.isNumber(field);
        @Nullable Object[] values = new Object[generated + records.size()];
        for (int row = 0; row < generated; row++) {
            boolean mayMiss = row % 4 == 0 && random.nextDouble() < MISSING_SHARE;
            values[row] = mayMiss || edges.isEmpty() ? null : edges.get(row % edges.size());
        }
        for (int i = 0; i < records.size(); i++) {
            values[generated + i] = records.get(i).value(field.getName(), isNumber);
        }
        if (!isNumber) {
            @Nullable String[] texts = new String[values.length];
            for (int row = 0; row < values.length; row++) {
                texts[row] = (String) values[row];
            }
            return new TextColumn(field.getName(), texts);
        }
        double[] numbers = new double[values.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = values[row] instanceof Double number ? number : Double.NaN;
        }
        return new NumberColumn(field.getName(), numbers);
    }

    private List<String> texts(InputField field) {
        List<String> texts = new ArrayList<>(mentions.of(field.getName()));
        declared(field).forEach(value -> texts.add(Mentions.text(value.requireValue())));
        texts.add("none of these");
        return texts;
    }

    private List<Double> numbers(InputField field) {
        if (field.getDataType() == DataType.BOOLEAN) {
            return new ArrayList<>(List.of(0.0, 1.0));
        }
        TreeSet<Double> points = new TreeSet<>(List.of(0.0, 1.0));
        mentions.of(field.getName()).forEach(text -> addNumber(points, text));
        declared(field).forEach(value -> addNumber(points, Mentions.text(value.requireValue())));
        addEnds(points, field);
        List<Double> numbers = new ArrayList<>();
        for (double point : points) {
            addNeighbours(numbers, point, field.getDataType());
        }
        double spread = Math.max(1, points.last() - points.first());
        int inner = Math.max(FEWEST / 4, numbers.size() / 4);
        for (int i = 0; i < inner; i++) {
            double between = points.first() + (random.nextDouble() * 1.2 - 0.1) * spread;
            numbers.add(field.getDataType() == DataType.INTEGER ? Math.rint(between) : between);
        }
        return numbers;
    }

    private static void addNeighbours(List<Double> numbers, double point, DataType type) {
        float single = (float) point;
        switch (type) {
            case INTEGER -> Collections.addAll(numbers, Math.rint(point), Math.rint(point) - 1, Math.rint(point) + 1);
            case FLOAT ->
                Collections.addAll(numbers, point, (double) Math.nextDown(single), (double) Math.nextUp(single));
            default ->
                Collections.addAll(
                        numbers,
                        point,
                        Math.nextDown(point),
                        Math.nextUp(point),
                        (double) Math.nextDown(single),
                        (double) Math.nextUp(single));
        }
    }

    private static void addEnds(TreeSet<Double> points, InputField field) {
        ModelInput input = ModelInputs.of(field);
        MiningField treatment = field.getMiningField();
        for (Number end :
                new Number[] {input.minimum(), input.maximum(), treatment.getLowValue(), treatment.getHighValue()}) {
            if (end != null && Double.isFinite(end.doubleValue())) {
                points.add(end.doubleValue());
                points.add(end.doubleValue() - 1);
                points.add(end.doubleValue() + 1);
            }
        }
    }

    private static void addNumber(TreeSet<Double> points, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                points.add(number);
            }
        } catch (NumberFormatException e) {
            points.add(0.0);
        }
    }

    private static List<Value> declared(InputField field) {
        return field.getField() instanceof HasDiscreteDomain<?> domain && domain.hasValues()
                ? domain.getValues()
                : List.of();
    }
}
