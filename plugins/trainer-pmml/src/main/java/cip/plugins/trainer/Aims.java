package cip.plugins.trainer;

import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model was asked to reach, as the setting {@code aims} says: {@code f1 > 0.80, precision > 0.75}; {@code sd} after a
 * number means times the target's standard deviation.
 */
record Aims(List<Aim> aims) {
    private static final Pattern AIM = Pattern.compile("(\\w+)\\s*([<>])\\s*([0-9.]+)\\s*(sd)?");

    /** One wish. */
    private record Aim(String metric, boolean above, double number, boolean ofSpread) {
        double value(double spread) {
            return ofSpread ? number * spread : number;
        }
    }

    static Aims read(String text) {
        List<Aim> aims = new ArrayList<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher match = AIM.matcher(part.strip());
            if (!match.matches()) {
                throw new IllegalArgumentException("The setting aims has \"" + part.strip()
                        + "\", expected a metric, < or >, and a number, as in f1 > 0.80.");
            }
            aims.add(new Aim(
                    match.group(1),
                    match.group(2).equals(">"),
                    Double.parseDouble(match.group(3)),
                    match.group(4) != null));
        }
        return new Aims(aims);
    }

    boolean isEmpty() {
        return aims.isEmpty();
    }

    /** @param distinct the metrics with each distinct row counted once */
    Table table(List<Metric> all, List<Metric> distinct, double[] truth) {
        double mean = Arrays.stream(truth).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(truth)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        List<Row> rows = new ArrayList<>();
        for (Aim aim : aims) {
            double value = aim.value(spread);
            Metric ofAll = named(all, aim.metric(), "allRows", value);
            Metric ofDistinct = named(distinct, aim.metric(), "distinctRows", value);
            rows.add(new Row(
                    aim.metric() + (aim.above() ? " > " : " < ") + aim.number() + (aim.ofSpread() ? " sd" : ""),
                    List.of(ofAll, ofDistinct),
                    reached(aim, ofAll, value) && reached(aim, ofDistinct, value) ? "reached" : "not reached"));
        }
        return new Table(
                "aims", "What was asked for against what was measured; baseline is the number asked for.", rows);
    }

    private static boolean reached(Aim aim, Metric metric, double value) {
        return aim.above() ? metric.value() > value : metric.value() < value;
    }

    private static Metric named(List<Metric> metrics, String name, String as, double aim) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .map(metric -> new Metric(as, metric.value(), aim, metric.low(), metric.high()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting aims names the metric " + name + ", which is not measured."));
    }
}
