package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cip.core.customer.CustomerSchema;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.server.customers.CustomersConfiguration;
import cip.server.http.StrictJson;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.server.models.ModelEvidence.Figure;
import cip.server.models.ModelEvidence.Finding;
import cip.server.models.ModelEvidence.Table;
import cip.server.models.ModelEvidence.TimeCut;
import cip.server.samples.SampleRetailer;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import cip.spi.TrainingProgress;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a trainer that answers with one of the inputs: spend to come is last year's, as today's attribute says it. */
class OutOfTimeTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private final List<TrainingData> shown = new ArrayList<>();
    private final List<TrainingOptions> asked = new ArrayList<>();
    private FittedFeatures features;
    private Past past;

    @BeforeEach
    void open() throws IOException {
        CustomerSchema schema = StrictJson.mapper()
                .treeToValue(
                        new YAMLMapper()
                                .readTree(ROOT.resolve("config.yml").toFile())
                                .path("customers"),
                        CustomersConfiguration.class)
                .schema();
        features = new FittedFeatures(
                FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                schema);
        past = Past.of(new SampleRetailer(5), 400, "sample", schema);
    }

    @Test
    void attributesOfALaterDayAreLeftOutOfLearningAndOfMeasuring() {
        Table table = measure("purchase_amount", past).tables().get(0);

        assertThat(table.title())
                .contains("Learned as of 2025-06-30", "365 days from 2026-06-30", "Left out", "purchase_amount")
                .doesNotContain("recency_days");
        assertThat(table.rows()).extracting(ComparedRow::role).containsExactly(Role.AT_CUT, Role.LATER);
        assertThat(table.rows()).extracting(ComparedRow::label).allMatch(label -> label.contains("without"));
        assertThat(table.cut())
                .extracting(TimeCut::learned, TimeCut::measured, TimeCut::days)
                .containsExactly("2025-06-30", "2026-06-30", 365);
        assertThat(table.cut())
                .extracting(TimeCut::leftOut)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("purchase_amount")
                .doesNotContain("recency_days");
        assertThat(((NumberColumn) shown.get(0).features().column("purchase_amount")).values())
                .containsOnly(Double.NaN);
        assertThat(Arrays.stream(((NumberColumn) shown.get(0).features().column("age")).values())
                        .filter(Double::isFinite)
                        .count())
                .isGreaterThan(100);
        assertThat(asked.get(0).compare()).isFalse();
        assertThat(asked.get(0).settings().text("horizonDays")).contains("365");
    }

    @Test
    void whatTodaysAttributesGiveAwayIsFound() {
        OutOfTime.Found found = measure("purchase_amount", ofToday());

        assertThat(found.tables().get(0).rows()).extracting(ComparedRow::role).containsExactly(Role.values());
        assertThat(found.findings())
                .extracting(Finding::kind, Finding::features, Finding::measured)
                .contains(tuple(Kind.TIME_LEAK, List.of("purchase_amount"), true));
    }

    @Test
    void modelThatReadsTransactionsAloneIsMeasuredOnce() {
        OutOfTime.Found found = measure("monetary_365", ofToday());

        Table table = found.tables().get(0);
        assertThat(table.rows())
                .extracting(ComparedRow::label)
                .containsExactly("as the card measures, at the earlier cut", "out of time");
        Figure r2 = table.rows().get(1).figures().get(0);
        assertThat(r2.name()).isEqualTo("r2");
        assertThat(r2.low()).isLessThan(r2.value());
        assertThat(r2.high()).isGreaterThan(r2.value());
        assertThat(r2.value()).isGreaterThan(r2.baseline());
    }

    @Test
    void withoutTimeTheCardSaysSo() {
        OutOfTime.Found found = measure("monetary_365", Past.only(past.atCut()));

        assertThat(found.tables()).isEmpty();
        assertThat(found.findings())
                .extracting(Finding::kind, Finding::text)
                .containsExactly(tuple(
                        Kind.NO_TIME,
                        "No hold-out by time was possible (the customers are known at one instant only), so nothing shows how"
                                + " the model does later than it was learned."));
    }

    private Past ofToday() {
        TimeHoldOut holdOut = past.holdOut().orElseThrow();
        TimeHoldOut todays =
                new TimeHoldOut(holdOut.earlier(), holdOut.later(), holdOut.days(), holdOut.lasting(), true);
        return new Past(past.atCut(), "", past.latest(), "", Optional.of(todays), "");
    }

    private OutOfTime.Found measure(String answer, Past of) {
        ModelRecipe recipe = new ModelRecipe(
                new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR"),
                "Lifetime value",
                "",
                "again",
                ModelRecipe.Target.SPEND,
                List.of(answer, "age", "recency_days"),
                new Settings(Map.of("horizonDays", "30")));
        return new OutOfTime(new Learner(name -> this::again, 1), features)
                .measure(recipe, of, TrainingProgress.UNHEARD);
    }

    private TrainedModel again(TrainingData data, TrainingOptions options) {
        shown.add(data);
        asked.add(options);
        String input = data.features().names().get(0);
        double[] values = ((NumberColumn) data.features().column(input)).values();
        double[] fitted = IntStream.range(0, values.length)
                .mapToDouble(row -> Double.isNaN(values[row]) ? 0 : values[row])
                .toArray();
        double r2 = r2(fitted, data.target());
        return new TrainedModel(
                pmml(input).getBytes(StandardCharsets.UTF_8),
                fitted,
                List.of(new TrainedModel.InputUse(new FeatureInput(input, FeatureInput.Type.NUMBER), 1)),
                "None.",
                List.of(new Metric("r2", r2, 0, r2 - 0.01, r2 + 0.01)),
                List.of(),
                Map.of());
    }

    private static double r2(double[] fitted, double[] target) {
        double mean = IntStream.range(0, target.length)
                .mapToDouble(i -> target[i])
                .average()
                .orElseThrow();
        double error = 0;
        double spread = 0;
        for (int i = 0; i < target.length; i++) {
            error += (fitted[i] - target[i]) * (fitted[i] - target[i]);
            spread += (target[i] - mean) * (target[i] - mean);
        }
        return 1 - error / spread;
    }

    private static String pmml(String input) {
        return """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
                <DataDictionary>
                  <DataField name="%1$s" optype="continuous" dataType="double"/>
                  <DataField name="y" optype="continuous" dataType="double"/>
                </DataDictionary>
                <RegressionModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/>
                    <MiningField name="%1$s" missingValueReplacement="0"/></MiningSchema>
                  <RegressionTable intercept="0"><NumericPredictor name="%1$s" coefficient="1"/></RegressionTable>
                </RegressionModel></PMML>
                """
                .formatted(input);
    }
}
