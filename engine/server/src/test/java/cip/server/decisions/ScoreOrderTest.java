package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Holdout;
import cip.core.decide.StrategyHash;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreOrderTest {
    @Test
    void whoHasNoScoreComesLastWhicheverWayTheOthersAreOrdered() {
        ScoreOrder order = ScoreOrder.of(base(3, Double.NaN, 1, 2, Double.NaN), "clv");

        assertThat(order.rows(false)).containsExactly(2, 3, 0, 1, 4);
        assertThat(order.rows(true)).containsExactly(0, 3, 2, 1, 4);
    }

    private static CustomerBase base(double... scores) {
        String[] segments = new String[scores.length];
        Arrays.fill(segments, "loyal");
        CustomerBaseBuilder base = CustomerBase.builder(new StrategyHash("a".repeat(64)), Instant.EPOCH);
        base.add(
                IntStream.range(0, scores.length)
                        .mapToObj(row -> new CustomerId("C" + row))
                        .toList(),
                new FeatureMatrix(
                        scores.length, List.of(new NumberColumn("clv", scores), new TextColumn("segment", segments))),
                Collections.nCopies(scores.length, new CustomerBase.TopAction("window", 0)),
                new Holdout("held", 0));
        return base.build();
    }
}
