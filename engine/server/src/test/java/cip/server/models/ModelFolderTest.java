package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.spi.Evidence;
import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.Evidence.Point;
import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    private static final byte[] PMML = "<PMML/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path place;

    @Test
    void modelIsReadBackAsItWasAdded() throws IOException {
        ModelFolder folder = new ModelFolder(place);
        folder.add(model("1", PMML));

        ShippedModel read = folder.read("clv", "1");

        assertThat(read.card()).isEqualTo(model("1", PMML).card());
        assertThat(read.pmml()).isEqualTo(PMML);
        assertThat(read.output()).isEqualTo(new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR per 12 months"));
        assertThat(folder.all()).extracting(ShippedModel::version).containsExactly("1");
    }

    @Test
    void modelChangedAfterItsCardIsRefused() throws IOException {
        ModelFolder folder = new ModelFolder(place);
        folder.add(model("1", PMML));
        Files.writeString(place.resolve("clv/1/model.pmml"), "<PMML />");

        refused(() -> folder.read("clv", "1"), ErrorCode.INVALID_MODEL, "a changed model is a new version");
    }

    @Test
    void cardOfAnotherVersionIsRefused() throws IOException {
        ModelFolder folder = new ModelFolder(place);
        folder.add(model("1", PMML));
        Files.createDirectories(place.resolve("clv/2"));
        Files.copy(place.resolve("clv/1/model.pmml"), place.resolve("clv/2/model.pmml"));
        Files.copy(place.resolve("clv/1/card.json"), place.resolve("clv/2/card.json"));

        refused(() -> folder.read("clv", "2"), ErrorCode.INVALID_MODEL, "expected clv in version 2");
    }

    @Test
    void cardThatIsNoCardIsRefused() throws IOException {
        ModelFolder folder = new ModelFolder(place);
        folder.add(model("1", PMML));
        Files.writeString(place.resolve("clv/1/card.json"), "{\"score\":\"clv\"}");

        refused(() -> folder.read("clv", "1"), ErrorCode.INVALID_MODEL, "is not a model card");
    }

    @Test
    void missingVersionNamesTheOnesThereAre() throws IOException {
        ModelFolder folder = new ModelFolder(place);
        folder.add(model("1", PMML));

        refused(() -> folder.read("clv", "7"), ErrorCode.NOT_FOUND, "one of [1]");
    }

    @Test
    void nameThatLeavesTheFolderIsRefused() {
        refused(() -> new ModelFolder(place).read("..", "1"), ErrorCode.NOT_FOUND, "no model");
        refused(() -> new ModelFolder(place).read("clv", "../1"), ErrorCode.NOT_FOUND, "no model");
    }

    @Test
    void cardBringsItsEvidenceBackAndOneWithoutIsReadToo() {
        ModelCard card = model("1", PMML).card();
        String json = card.toJson();

        assertThat(ModelCard.parse(json)).isEqualTo(card);
        assertThat(card.evidence().findings().get(0).features()).containsExactly("age");
        assertThat(ModelCard.parse(json.substring(0, json.indexOf(",\n  \"evidence\"")) + "}")
                        .evidence())
                .isEqualTo(ModelEvidence.none());
    }

    @Test
    void versionNeverChanges() throws IOException {
        ModelFolder folder = new ModelFolder(place);
        folder.add(model("1", PMML));
        folder.add(model("1", PMML));

        refused(
                () -> folder.add(model("1", "<PMML />".getBytes(StandardCharsets.UTF_8))),
                ErrorCode.CONFLICT,
                "a version never changes");
    }

    private static ShippedModel model(String version, byte[] pmml) {
        ModelCard card = new ModelCard(
                "clv",
                version,
                "Lifetime value",
                "Expected net spend",
                ScoreOutput.Kind.AMOUNT,
                "EUR per 12 months",
                Sha256.hex(pmml),
                "boosting",
                Map.of("trees", "10"),
                7,
                new ModelCard.Data(
                        "made up",
                        ModelCard.Origin.SYNTHETIC,
                        false,
                        "spend",
                        "2026-06-30T00:00:00Z",
                        12,
                        10,
                        12,
                        "0".repeat(64)),
                "5 folds",
                List.of(new ModelCard.Metric("r2", 0.5, 0.0, null, 0.6)),
                List.of("few rows"),
                List.of(new ModelCard.Input(
                        "age", FeatureInput.Type.NUMBER, 0.25, ReferenceDistribution.ofNumbers(new double[] {
                            1, 2, Double.NaN
                        }))),
                ReferenceDistribution.ofClusters(new double[] {1, 1, 2, 1}),
                ModelEvidence.of(
                        new Evidence(
                                List.of(new Finding(Kind.FEW_ROWS, "Few rows.", List.of("age", "name"))),
                                List.of(new Table(
                                        "baselines",
                                        "Compared.",
                                        List.of(new Row(
                                                "mean",
                                                List.of(new TrainedModel.Metric("r2", Double.NaN, 0, 0.1, 0.2)),
                                                "worse")))),
                                List.of(new Curve("roc", "x", "y", "z", List.of(new Point(0, 0.25, 1))))),
                        List.of(),
                        List.of(),
                        List.of("age")));
        return new ShippedModel(card, pmml, card.toJson());
    }

    private static void refused(ThrowingCallable call, ErrorCode code, String text) {
        assertThatThrownBy(call)
                .hasMessageContaining(text)
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
