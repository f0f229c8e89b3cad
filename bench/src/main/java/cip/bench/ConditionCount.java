package cip.bench;

import cip.core.rule.Condition;
import cip.core.rule.ConditionColumns;
import cip.core.rule.ConditionJson;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** P7: how long a marketer waits for the number of customers that a condition means, out of a million. */
final class ConditionCount implements Measurement {
    private static final int CUSTOMERS = 1_000_000;
    private static final int TIMES = 31;
    private static final double GOAL_MILLIS = 20;
    private static final double FIRST_GOAL_MILLIS = 300;
    private static final String CONDITION =
            """
            {"all": [
              {"term": "clv", "operator": "AT_LEAST", "value": 400},
              {"term": "churn_risk", "operator": "BETWEEN", "value": [0.2, 0.8]},
              {"any": [
                {"term": "region", "operator": "ONE_OF", "value": ["North", "West"]},
                {"term": "recency_days", "operator": "GREATER_THAN", "value": 90},
                {"not": {"term": "loyalty_score", "operator": "IS_MISSING"}}]}]}""";

    @Override
    public List<String> rows() {
        return List.of("P7");
    }

    @Override
    public List<Figure> measure() throws Exception {
        FeatureMatrix base = base();
        Condition condition = ConditionJson.read(new ObjectMapper().readTree(CONDITION));
        double[] millis = new double[TIMES];
        int counted = 0;
        for (int i = 0; i < 2 * TIMES; i++) {
            long start = System.nanoTime();
            counted = ConditionColumns.matching(condition, base).cardinality();
            millis[i % TIMES] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[TIMES / 2];
        return List.of(new Figure(
                "P7",
                "count of a condition with 5 comparisons over 1 M customers (" + counted + " meant)",
                "",
                String.format(Locale.ROOT, "%.1f ms (slowest of %d: %.1f ms)", median, TIMES, millis[TIMES - 1]),
                "",
                "≤ 20 ms; first: ≤ 300 ms",
                median <= GOAL_MILLIS ? "met" : Figure.verdict(median <= FIRST_GOAL_MILLIS) + " (first)"));
    }

    private static FeatureMatrix base() {
        Random random = new Random(11);
        String[] regions = {"North", "South", "East", "West"};
        String[] region = new String[CUSTOMERS];
        Arrays.setAll(region, i -> regions[random.nextInt(regions.length)]);
        return new FeatureMatrix(
                CUSTOMERS,
                List.<FeatureColumn>of(
                        numbers("clv", random, 2_000),
                        numbers("churn_risk", random, 1),
                        numbers("recency_days", random, 700),
                        numbers("loyalty_score", random, 10),
                        new TextColumn("region", region)));
    }

    /** Even numbers from 0 to the largest, one in fifty missing. */
    private static NumberColumn numbers(String name, Random random, double largest) {
        double[] values = new double[CUSTOMERS];
        Arrays.setAll(values, i -> random.nextInt(50) == 0 ? Double.NaN : random.nextDouble() * largest);
        return new NumberColumn(name, values);
    }
}
