package cip.core.feature;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the features were compared with when they were fitted: distributions of the reference customers' values. Equal
 * customers give equal JSON bytes, in whatever order they came.
 *
 * @param asOf the instant as of which the reference customers were taken
 * @param customers how many they were
 * @param distributions by what they are of (an expression in which every feature is spelled out down to attributes, as
 *     compact JSON, so that a changed formula cannot meet an old distribution), then by group; without grouping one, under
 *     the empty text
 */
public record FeatureReference(Instant asOf, long customers, Map<String, Map<String, Distribution>> distributions) {
    public FeatureReference {
        TreeMap<String, Map<String, Distribution>> sorted = new TreeMap<>();
        distributions.forEach((of, groups) -> sorted.put(of, new TreeMap<>(groups)));
        distributions = sorted;
    }

    /** A copy: changing it changes nothing here. */
    @Override
    public Map<String, Map<String, Distribution>> distributions() {
        Map<String, Map<String, Distribution>> copy = new HashMap<>();
        distributions.forEach((of, groups) -> copy.put(of, Map.copyOf(groups)));
        return copy;
    }

    Optional<Map<String, Distribution>> groups(String of) {
        return Optional.ofNullable(distributions.get(of)).map(Map::copyOf);
    }

    public String toJson() {
        ObjectNode json = FeatureJson.object().put("asOf", asOf.toString()).put("customers", customers);
        ArrayNode array = json.putArray("distributions");
        distributions.forEach((of, groups) -> array.add(entry(of, groups)));
        return FeatureJson.indented(json);
    }

    private static ObjectNode entry(String of, Map<String, Distribution> groups) {
        try {
            ObjectNode entry = (ObjectNode) FeatureJson.parse(of);
            if (entry.has("within")) {
                ObjectNode byGroup = entry.putObject("groups");
                groups.forEach((group, distribution) -> byGroup.set(group, distribution.json()));
            } else {
                groups.forEach((group, distribution) -> entry.set("distribution", distribution.json()));
            }
            return entry;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A distribution's name is not JSON: " + of, e);
        }
    }

    /** @throws EngineException {@code INVALID_STRATEGY} when the text is not what {@link #toJson} writes */
    public static FeatureReference parse(String json) {
        try {
            JsonNode root = FeatureJson.parse(json);
            Map<String, Map<String, Distribution>> distributions = new HashMap<>();
            for (JsonNode entry : root.required("distributions")) {
                Map<String, Distribution> groups = new HashMap<>();
                ObjectNode of = FeatureJson.object().set("of", entry.required("of"));
                if (entry.has("within")) {
                    of.set("within", entry.get("within"));
                    entry.required("groups")
                            .properties()
                            .forEach(group -> groups.put(group.getKey(), distribution(group.getValue())));
                } else {
                    groups.put("", distribution(entry.required("distribution")));
                }
                distributions.put(FeatureJson.compact(of), groups);
            }
            return new FeatureReference(
                    Instant.parse(root.required("asOf").asText()),
                    root.required("customers").asLong(),
                    distributions);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The feature reference cannot be read: " + e.getMessage()
                            + "\nMaybe the file was edited by hand; fit the features again instead.",
                    e);
        }
    }

    private static Distribution distribution(JsonNode json) {
        if (json.has("quantiles")) {
            double[] points = numbers(json.required("quantiles"));
            if (points.length < 2) {
                throw new IllegalArgumentException("a distribution has fewer than two quantile points");
            }
            return new QuantileDistribution(json.required("count").asLong(), rising(points));
        }
        double[] values = rising(numbers(json.required("values")));
        long[] counts = new long[values.length];
        JsonNode written = json.required("counts");
        if (written.size() != values.length) {
            throw new IllegalArgumentException(
                    "a distribution has " + values.length + " values and " + written.size() + " counts");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = written.get(i).asLong();
            if (counts[i] < 1) {
                throw new IllegalArgumentException("a distribution counts a value " + written.get(i) + " times");
            }
        }
        return new ExactDistribution(values, counts);
    }

    private static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            if (!array.get(i).isNumber()) {
                throw new IllegalArgumentException("a distribution has the value " + array.get(i) + ", not a number");
            }
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    private static double[] rising(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] >= values[i - 1])) {
                throw new IllegalArgumentException("a distribution's values do not rise at " + values[i]);
            }
        }
        return values;
    }
}
