package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of the part of the reference's distribution that a number falls into. Each part includes its upper quantile.
 *
 * @param quantiles 0..1, rising
 * @param labels one more than quantiles, from the lowest part up
 */
public record QuantileBins(FeatureExpression of, List<Double> quantiles, List<String> labels)
        implements FeatureExpression {
    public QuantileBins {
        quantiles = List.copyOf(quantiles);
        labels = List.copyOf(labels);
        if (labels.size() != quantiles.size() + 1) {
            throw new IllegalArgumentException(quantiles.size() + " quantiles make " + (quantiles.size() + 1)
                    + " bins, found " + labels.size() + " labels.");
        }
        for (int i = 0; i < quantiles.size(); i++) {
            double below = i == 0 ? 0 : quantiles.get(i - 1);
            if (!(quantiles.get(i) > below && quantiles.get(i) < 1)) {
                throw new IllegalArgumentException("The quantiles " + quantiles + " do not rise between 0 and 1.");
            }
        }
    }

    @Override
    public List<FeatureExpression> operands() {
        return List.of(of);
    }

    @Override
    public Optional<Reference> reference() {
        return Optional.of(Reference.of(of));
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        declared.expectNumber(of, problems);
        return Optional.of(FeatureDefinition.Type.TEXT);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        double[] operand = rows.numbers(of);
        Distribution distribution = rows.distribution(of);
        double[] cuts = quantiles.stream().mapToDouble(distribution::quantile).toArray();
        @Nullable String[] values = new String[operand.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(operand[i]) || distribution.count() == 0 ? null : label(operand[i], cuts);
        }
        return Rows.texts(values);
    }

    private String label(double value, double[] cuts) {
        int bin = 0;
        while (bin < cuts.length && value > cuts[bin]) {
            bin++;
        }
        return labels.get(bin);
    }

    @Override
    public <T> Optional<T> write(FeatureWriter<T> writer) {
        Distribution distribution = writer.distribution(of);
        if (distribution.count() == 0) {
            return Optional.empty();
        }
        List<Double> edges = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY));
        quantiles.forEach(quantile -> edges.add(distribution.quantile(quantile)));
        edges.add(Double.POSITIVE_INFINITY);
        return of.write(writer).flatMap(number -> writer.bins(number, edges, labels, false));
    }

    @Override
    public String sentence(Declarations declared) {
        return of.term(declared) + " by the reference customers' quantiles "
                + quantiles.stream().map(FeatureJson::percent).collect(Collectors.joining(", ")) + ": "
                + String.join(", ", labels);
    }

    @Override
    public List<String> values(Declarations declared) {
        return labels;
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        ObjectNode json = FeatureJson.object();
        json.set("of", of.json(named));
        json.set(
                "quantiles",
                FeatureJson.numbers(quantiles.stream().mapToDouble(q -> q).toArray()));
        json.set("labels", FeatureJson.texts(labels));
        return FeatureJson.operation("quantileBins", json);
    }
}
