package cip.core.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dmg.pmml.Array;
import org.dmg.pmml.Counts;
import org.dmg.pmml.DiscrStats;
import org.dmg.pmml.Model;
import org.dmg.pmml.UnivariateStats;
import org.jpmml.evaluator.ArrayUtil;
import org.jpmml.evaluator.TypeUtil;

/** What a model's fields were like over its training rows, as far as the document says: PMML 4.4, "Statistics". */
final class TrainingStatistics {
    private final Map<String, UnivariateStats> fields = new HashMap<>();

    private TrainingStatistics() {}

    static TrainingStatistics of(Model model) {
        TrainingStatistics statistics = new TrainingStatistics();
        if (model.getModelStats() != null && model.getModelStats().hasUnivariateStats()) {
            for (UnivariateStats stats : model.getModelStats().getUnivariateStats()) {
                String field = stats.getField();
                if (field != null) {
                    statistics.fields.put(field, stats);
                }
            }
        }
        return statistics;
    }

    /** Mean of a field's numbers. */
    Optional<Double> mean(String field) {
        return Optional.ofNullable(fields.get(field))
                .map(UnivariateStats::getNumericInfo)
                .map(numbers -> numbers.getMean())
                .map(Number::doubleValue);
    }

    /** Share of the rows, 0 to 1, in which a field had each of its values; what is missing has none. */
    Optional<Map<String, Double>> shares(String field) {
        UnivariateStats stats = fields.get(field);
        if (stats == null || stats.getDiscrStats() == null) {
            return Optional.empty();
        }
        DiscrStats values = stats.getDiscrStats();
        Counts counts = stats.getCounts();
        List<Array> arrays = values.hasArrays() ? values.getArrays() : List.of();
        if (arrays.size() != 2 || counts == null || counts.requireTotalFreq().doubleValue() <= 0) {
            return Optional.empty();
        }
        List<?> names = ArrayUtil.getContent(arrays.get(0));
        List<? extends Number> rows = ArrayUtil.asNumberList(arrays.get(1));
        if (names.size() != rows.size()) {
            return Optional.empty();
        }
        Map<String, Double> shares = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            shares.put(
                    TypeUtil.format(names.get(i)),
                    rows.get(i).doubleValue() / counts.requireTotalFreq().doubleValue());
        }
        return Optional.of(shares);
    }
}
