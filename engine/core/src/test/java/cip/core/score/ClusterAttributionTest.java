package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.score.Attribution.Scale;
import cip.core.score.Attribution.Share;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterAttributionTest {
    @Test
    void everyFieldSaysHowMuchNearerItMakesTheChosenCentreThanTheNext() {
        Attribution attribution =
                threeCentres("squaredEuclidean").attribution(customer(1, 4), 0).orElseThrow();

        assertThat(attribution.scale()).isEqualTo(Scale.DISTANCE);
        assertThat(attribution.baseline()).isZero();
        assertThat(attribution.baselineScore()).isEqualTo(2);
        assertThat(attribution.shares()).containsExactly(new Share("age", 16 - 1), new Share("visits", 2 * 1 - 2 * 4));
    }

    @Test
    void distancesAlongTheStreetsAreComparedAsTheyAre() {
        Attribution attribution =
                threeCentres("cityBlock").attribution(customer(1, 4), 0).orElseThrow();

        assertThat(attribution.shares()).containsExactly(new Share("age", 4 - 1), new Share("visits", 2 - 2 * 2));
    }

    @Test
    void theShippedClustersAreExplainedForEveryCustomerWhoHasOne() {
        PmmlScorer scorer = PmmlScorer.of(
                PmmlModel.read(SharedData.bytes(
                        Path.of(System.getProperty("cip.root"), "pmml", "cluster", "1", "model.pmml"))),
                new ScoreOutput("cluster", ScoreOutput.Kind.CLUSTER, ""));
        FeatureMatrix rows = ProofRows.of(scorer.model());
        double[] scores = scorer.score(rows);
        int explained = 0;
        for (int row = 0; row < rows.rows(); row += 7) {
            if (!Double.isNaN(scores[row])) {
                Attribution attribution = scorer.attribution(rows, row).orElseThrow();
                assertThat(attribution.sum()).isGreaterThanOrEqualTo(-1e-9);
                assertThat(attribution.baselineScore()).isNotCloseTo(scores[row], within(0.5));
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(30);
    }

    private static FeatureMatrix customer(double age, double visits) {
        return new FeatureMatrix(
                1, List.of(new NumberColumn("age", new double[] {age}), new NumberColumn("visits", new double[] {visits
                })));
    }

    /** Centres at (0, 2), (5, 5) and (10, 0); visits count twice. */
    private static PmmlScorer threeCentres(String measure) {
        String pmml =
                """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
                <DataField name="age" optype="continuous" dataType="double"/>
                <DataField name="visits" optype="continuous" dataType="double"/></DataDictionary>
                <ClusteringModel functionName="clustering" modelClass="centerBased" numberOfClusters="3">
                <MiningSchema><MiningField name="age"/><MiningField name="visits"/></MiningSchema>
                <ComparisonMeasure kind="distance"><%s/></ComparisonMeasure>
                <ClusteringField field="age" compareFunction="absDiff"/>
                <ClusteringField field="visits" compareFunction="absDiff" fieldWeight="2"/>
                <Cluster id="a"><Array n="2" type="real">0 2</Array></Cluster>
                <Cluster id="b"><Array n="2" type="real">5 5</Array></Cluster>
                <Cluster id="c"><Array n="2" type="real">10 0</Array></Cluster>
                </ClusteringModel></PMML>
                """
                        .formatted(measure);
        return PmmlScorer.of(
                PmmlModel.read(pmml.getBytes(StandardCharsets.UTF_8)),
                new ScoreOutput("cluster", ScoreOutput.Kind.CLUSTER, ""));
    }
}
