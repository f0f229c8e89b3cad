package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Holdout;
import cip.core.decide.ModelReference;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What other models give to a base is made once, in the background, and given up when nobody wants it. */
class ModelScoresTest {
    private static final CustomerBase BASE = base();
    private static final ModelReference FIRST = model("first");
    private static final ModelReference SECOND = model("second");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> scored = new ArrayList<>();
    private long now;
    private ModelScores scores = scores(1_000);

    @Test
    void itIsScoredOnceAndThenThere() {
        ModelScores.Known before = scores.of(BASE, FIRST);
        scores.of(BASE, FIRST);
        work();

        assertThat(before.column()).isEmpty();
        assertThat(before.scoring().state()).isEqualTo(ModelScoring.State.SCORING);
        assertThat(scores.of(BASE, FIRST).column()).isPresent();
        assertThat(scored).containsExactly("first");
        assertThat(scores.unfinished()).isEmpty();
    }

    @Test
    void whatIsCancelledBeginsAgainOnlyWhenSomebodyAsksForItAnew() {
        scores.of(BASE, FIRST);
        scores.cancel(FIRST.hash());
        work();

        assertThat(scores.of(BASE, FIRST).scoring().state()).isEqualTo(ModelScoring.State.CANCELLED);
        assertThat(waiting).isEmpty();
        scores.again(FIRST.hash());
        scores.of(BASE, FIRST);
        work();
        assertThat(scores.of(BASE, FIRST).column()).isPresent();
    }

    @Test
    void whatNobodyWaitsForIsGivenUp() {
        scores.of(BASE, FIRST);
        now += ModelScores.SILENCE.toNanos() + 1;
        work();

        assertThat(scored).isEmpty();
        assertThat(scores.unfinished()).isEmpty();
    }

    @Test
    void anotherBaseForgetsWhatWasScored() {
        scores.of(BASE, FIRST);
        CustomerBase next = base();
        scores.of(next, FIRST);
        work();

        assertThat(scored).containsExactly("first");
        assertThat(scores.of(next, FIRST).column()).isPresent();
    }

    @Test
    void withoutMemoryWhatNobodyAskedForMakesRoomAndNothingElse() {
        scores = scores(0);
        scores.of(BASE, FIRST);
        work();
        scores.of(BASE, SECOND);
        scores.of(BASE, FIRST);
        work();
        assertThat(scores.of(BASE, SECOND).scoring().failure()).contains("all the memory");
        assertThat(scores.of(BASE, FIRST).column()).isPresent();

        now += ModelScores.SILENCE.toNanos() + 1;
        scores.again(SECOND.hash());
        scores.of(BASE, SECOND);
        work();

        assertThat(scores.of(BASE, SECOND).column()).isPresent();
        assertThat(scores.of(BASE, FIRST).column()).isEmpty();
    }

    @Test
    void aModelThatCannotScoreSaysWhy() {
        ModelReference broken = model("broken");
        scores.of(BASE, broken);
        work();

        ModelScoring scoring = scores.of(BASE, broken).scoring();
        assertThat(scoring.state()).isEqualTo(ModelScoring.State.FAILED);
        assertThat(scoring.failure()).isEqualTo("It lacks an input.");
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private ModelScores scores(long memory) {
        return new ModelScores(
                (base, model, progress) -> {
                    if (model.version().equals("broken")) {
                        throw new EngineException(ErrorCode.INVALID_MODEL, "It lacks an input.");
                    }
                    progress.accept(0);
                    scored.add(model.version());
                    return new NumberColumn(model.score(), new double[base.size()]);
                },
                waiting::add,
                () -> now,
                memory);
    }

    private static CustomerBase base() {
        CustomerBaseBuilder builder = CustomerBase.builder(new StrategyHash("0".repeat(64)), Instant.EPOCH);
        builder.add(
                List.of(new CustomerId("1")),
                new FeatureMatrix(1, List.of()),
                List.of(new CustomerBase.TopAction("none", 0)),
                new Holdout("", 0));
        return builder.build();
    }

    private static ModelReference model(String version) {
        return new ModelReference(
                "Churn risk",
                new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""),
                version,
                "hash of " + version);
    }
}
