package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The name of the interval that a number falls into. Each interval includes its lower edge and not its upper one.
 *
 * @param edges rising, one more than labels; a first edge of minus infinity or a last one of plus infinity is open
 */
public record Bins(FeatureExpression of, List<Double> edges, List<String> labels) implements FeatureExpression {
    public Bins {
        edges = List.copyOf(edges);
        labels = List.copyOf(labels);
        if (labels.isEmpty() || labels.size() != edges.size() - 1) {
            throw new IllegalArgumentException(
                    edges.size() + " edges make " + (edges.size() - 1) + " bins, found " + labels.size() + " labels.");
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i) > edges.get(i - 1))) {
                throw new IllegalArgumentException("The edges " + edges + " do not rise.");
            }
        }
    }

    @Override
    public List<FeatureExpression> operands() {
        return List.of(of);
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(of, problems);
        return Optional.of(FeatureDefinition.Type.TEXT);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] operand = rows.numbers(of);
        double[] cuts = edges.stream().mapToDouble(e -> e).toArray();
        @Nullable String[] values = new String[operand.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = label(operand[i], cuts);
        }
        return Rows.texts(values);
    }

    private @Nullable String label(double value, double[] cuts) {
        if (!(value >= cuts[0] && value < cuts[cuts.length - 1])) {
            return null;
        }
        int bin = 0;
        while (value >= cuts[bin + 1]) {
            bin++;
        }
        return labels.get(bin);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        return of.write(writer).flatMap(number -> writer.bins(number, edges, labels, true));
    }

    @Override
    public String sentence(Declarations declared) {
        return of.term(declared) + " in groups: "
                + IntStream.range(0, labels.size()).mapToObj(this::interval).collect(Collectors.joining(", "));
    }

    private String interval(int bin) {
        double lower = edges.get(bin);
        double upper = edges.get(bin + 1);
        String from = Double.isInfinite(lower) ? "" : " from " + FeatureJson.compact(FeatureJson.number(lower));
        String below = Double.isInfinite(upper) ? "" : " below " + FeatureJson.compact(FeatureJson.number(upper));
        return labels.get(bin) + from + below;
    }

    @Override
    public List<String> values(Declarations declared) {
        return labels;
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        ObjectNode json = FeatureJson.object();
        json.set("of", of.json(named));
        ArrayNode array = json.putArray("edges");
        for (double edge : edges) {
            array.add(Double.isInfinite(edge) ? JsonNodeFactory.instance.nullNode() : FeatureJson.number(edge));
        }
        json.set("labels", FeatureJson.texts(labels));
        return FeatureJson.operation("bins", json);
    }
}
