package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.error.EngineException;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which of the models of eight tools are compiled, and that these score the tools' own inputs as the evaluator does. */
class CompiledConformanceTest {
    private static final Path CASES = SharedData.at("data/pmml-conformance/cases");

    private static final Set<String> COMPILED = Set.of(
            "knime-DecisionTreeAudit",
            "knime-DecisionTreeEnsembleAudit",
            "knime-KMeansIris",
            "knime-PolynomialRegressionAuto",
            "rapidminer-DecisionTreeAudit",
            "rapidminer-KMeansIris",
            "rapidminer-RegressionAuto",
            "rattle-GBMAuto",
            "rattle-HierarchicalClusteringIris",
            "rattle-KMeansIris",
            "rattle-LogisticRegressionAudit",
            "rattle-RandomForestAudit",
            "rattle-RandomForestXformIris",
            "rattle-RegressionXformAuto",
            "rexp-GBMBernoulliAuditNA",
            "rexp-RPartAuditNA",
            "rexp-xgboost-XGBoostAuditNA",
            "sklearn-HistGradientBoostingAuditNA",
            "sklearn-IsolationForestHousing",
            "sklearn-LogisticRegressionAuditNA",
            "sklearn-PoissonRegressionVisit",
            "sklearn-RandomForestAuditNA",
            "sklearn-RandomForestSigmoidAudit",
            "sklearn-StackingEnsembleAudit",
            "sklearn-TargetEncoderAuditNA",
            "sklearn-extension-BinningProcessAuditNA",
            "sklearn-extension-ScorecardAudit",
            "sklearn-lightgbm-LGBMAuditCat",
            "sklearn-xgboost-XGBAuditNA",
            "unit-ClusteringRanking",
            "unit-InvalidAndOutlierTreatment",
            "unit-TreeClassificationOutput");

    @Test
    void theCompiledCasesAreThese() {
        Set<String> compiled = new TreeSet<>();
        for (String name : PmmlConformanceTest.cases()) {
            PmmlModel model =
                    PmmlModel.read(SharedData.bytes(CASES.resolve(name).resolve("model.pmml")));
            FeatureMatrix rows =
                    Table.read(CASES.resolve(name).resolve("input.csv")).matrix(model.features());
            for (ScoreOutput output : outputs(model)) {
                Optional<PmmlScorer> scorer = scorer(model, output).filter(s -> s.engine() == ScoringEngine.COMPILED);
                if (scorer.isPresent()) {
                    compiled.add(name);
                    assertSame(scorer.get(), rows, name);
                }
            }
        }
        assertThat(compiled).containsExactlyInAnyOrderElementsOf(COMPILED);
    }

    /** The score of its kind, and every output as an amount. */
    private static Set<ScoreOutput> outputs(PmmlModel model) {
        Set<ScoreOutput> outputs = new LinkedHashSet<>();
        outputs.add(
                new ScoreOutput("score", model.clusterCount().isPresent() ? Kind.CLUSTER : kindOf(model.kind()), ""));
        model.outputs().forEach(name -> outputs.add(new ScoreOutput(name, Kind.AMOUNT, "")));
        return outputs;
    }

    private static Kind kindOf(String kind) {
        return kind.endsWith("(regression)") ? Kind.AMOUNT : Kind.PROBABILITY;
    }

    private static Optional<PmmlScorer> scorer(PmmlModel model, ScoreOutput output) {
        try {
            return Optional.of(PmmlScorer.of(model, output));
        } catch (EngineException noSuchScore) {
            return Optional.empty();
        }
    }

    private static void assertSame(PmmlScorer scorer, FeatureMatrix rows, String name) {
        ScoreResult expected =
                PmmlScorer.byEvaluator(scorer.model(), scorer.output()).scoreWithProblems(rows);
        ScoreResult actual = scorer.scoreWithProblems(rows);
        String where = name + ", " + scorer.output().name();
        assertThat(actual.scores()).as(where).containsExactly(expected.scores());
        assertThat(actual.problems()).as(where).isEqualTo(expected.problems());
    }
}
