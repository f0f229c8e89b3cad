package cip.bench;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Decider;
import cip.core.decide.StrategyVocabulary;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** A decided base of the customers that {@link GeneratedStrategy} speaks of, in memory, made from a seed. */
final class GeneratedBase {
    private static final int BATCH = 10_000;
    private static final double MISSING_SHARE = 0.02;

    private GeneratedBase() {}

    static CustomerBase of(int customers, Decider decider) {
        Random random = new Random(17);
        CustomerBaseBuilder base = CustomerBase.builder(decider.hash(), Instant.parse("2026-06-30T00:00:00Z"));
        for (int from = 0; from < customers; from += BATCH) {
            int first = from;
            int rows = Math.min(BATCH, customers - from);
            List<FeatureColumn> columns = new ArrayList<>();
            columns.add(numbers("consent_email", rows, random, () -> random.nextBoolean() ? 1.0 : 0.0));
            for (int feature = 0; feature < GeneratedModels.FEATURES; feature++) {
                columns.add(numbers(GeneratedModels.feature(feature), rows, random, random::nextGaussian));
            }
            columns.add(numbers("clv", rows, random, random::nextGaussian));
            columns.add(numbers("churn_risk", rows, random, random::nextDouble));
            columns.add(numbers("cluster", rows, random, () -> (double) random.nextInt(6)));
            String[] segments = new String[rows];
            Arrays.fill(segments, "s0");
            columns.add(new TextColumn(StrategyVocabulary.SEGMENT, segments));
            base.add(
                    IntStream.range(first, first + rows)
                            .mapToObj(i -> new CustomerId(String.format(Locale.ROOT, "C%08d", i)))
                            .toList(),
                    new FeatureMatrix(rows, columns),
                    IntStream.range(0, rows)
                            .mapToObj(i -> new CustomerBase.TopAction("window", 0))
                            .toList(),
                    decider.strategy().holdout());
        }
        return base.build();
    }

    private static NumberColumn numbers(
            String name, int rows, Random random, java.util.function.DoubleSupplier values) {
        double[] column = new double[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = random.nextDouble() < MISSING_SHARE ? Double.NaN : values.getAsDouble();
        }
        return new NumberColumn(name, column);
    }
}
