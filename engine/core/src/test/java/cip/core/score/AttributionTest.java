package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {
    @ParameterizedTest
    @CsvSource({"clv, AMOUNT, LOG", "churn_risk, PROBABILITY, LOG_ODDS"})
    void sharesOfTheShippedModelsAddUpToTheScore(String name, Kind kind, Attribution.Scale scale) {
        PmmlScorer scorer = scorer(name, kind, shipped(name));
        FeatureMatrix rows = ProofRows.of(scorer.model());
        double[] scores = scorer.score(rows);

        int explained = 0;
        for (int row = 0; row < rows.rows(); row += 7) {
            if (Double.isNaN(scores[row])) {
                assertThat(scorer.attribution(rows, row)).isEmpty();
                continue;
            }
            Attribution attribution = scorer.attribution(rows, row).orElseThrow();
            assertThat(attribution.scale()).isEqualTo(scale);
            assertThat(attribution.scale().score(attribution.sum()))
                    .isCloseTo(scores[row], within(1e-4 * Math.max(1, Math.abs(scores[row]))));
            explained++;
        }
        assertThat(explained).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"clv, AMOUNT", "churn_risk, PROBABILITY", "cluster, CLUSTER"})
    void allRowsTogetherAreExplainedAsEachAlone(String name, Kind kind) {
        PmmlScorer scorer = scorer(name, kind, shipped(name));
        FeatureMatrix rows = ProofRows.of(scorer.model());

        AttributionColumns together = scorer.attributions(rows).orElseThrow();

        assertThat(together.rows()).isEqualTo(rows.rows());
        int explained = 0;
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(together.row(row)).isEqualTo(scorer.attribution(rows, row));
            explained += together.has(row) ? 1 : 0;
        }
        assertThat(explained).isGreaterThan(200);
    }

    @Test
    void numbersThatComeAsTextsAddWhatTheNumbersAdd() {
        PmmlScorer scorer = scorer("churn_risk", Kind.PROBABILITY, shipped("churn_risk"));
        FeatureMatrix rows = ProofRows.of(scorer.model());
        FeatureMatrix texts = new FeatureMatrix(
                rows.rows(),
                rows.columns().stream().map(AttributionTest::asText).toList());

        for (int row = 0; row < rows.rows(); row += 11) {
            assertThat(scorer.attribution(texts, row)).isEqualTo(scorer.attribution(rows, row));
        }
    }

    @Test
    void aTextThatIsNoNumberIsNotExplained() {
        PmmlScorer scorer = scorer("churn_risk", Kind.PROBABILITY, shipped("churn_risk"));
        FeatureMatrix words = new FeatureMatrix(
                1,
                scorer.inputs().stream()
                        .map(input -> (FeatureColumn) new TextColumn(input.name(), new String[] {"soon"}))
                        .toList());

        assertThat(scorer.canExplain()).isTrue();
        assertThat(scorer.attribution(words, 0)).isEmpty();
    }

    private static FeatureColumn asText(FeatureColumn column) {
        if (!(column instanceof NumberColumn numbers)) {
            return column;
        }
        @Nullable String[] texts = new String[numbers.values().length];
        for (int row = 0; row < texts.length; row++) {
            double number = numbers.values()[row];
            texts[row] = Double.isNaN(number) ? null : Double.toString(number);
        }
        return new TextColumn(column.name(), texts);
    }

    @Test
    void anInputThatTheTreesNeverAskAboutHasNoShare() {
        PmmlScorer scorer = scorer("clv", Kind.AMOUNT, shipped("clv"));
        FeatureMatrix rows = ProofRows.of(scorer.model());

        assertThat(scorer.attribution(rows, 0).orElseThrow().shares())
                .extracting(Attribution.Share::input)
                .isSubsetOf(scorer.inputs().stream().map(input -> input.name()).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutCountsOfTrainingRowsNothingIsMadeUp() {
        byte[] silent = new String(shipped("clv"), StandardCharsets.UTF_8)
                .replaceAll(" recordCount=\"[0-9]+\"(?=[^>]*>\\s*<(True|Simple))", "")
                .getBytes(StandardCharsets.UTF_8);
        PmmlScorer scorer = scorer("clv", Kind.AMOUNT, silent);

        assertThat(scorer.engine()).isEqualTo(ScoringEngine.COMPILED);
        assertThat(scorer.attribution(ProofRows.of(scorer.model()), 0)).isEmpty();
    }

    private static PmmlScorer scorer(String name, Kind kind, byte[] pmml) {
        return PmmlScorer.of(PmmlModel.read(pmml), new ScoreOutput(name, kind, ""));
    }

    private static byte[] shipped(String name) {
        return SharedData.bytes(Path.of(System.getProperty("cip.root"), "pmml", name, "1", "model.pmml"));
    }
}
