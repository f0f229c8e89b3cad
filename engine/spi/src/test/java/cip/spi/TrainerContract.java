package cip.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What every {@link Trainer} promises. A plugin's test extends this class with data its trainer can learn from. */
public abstract class TrainerContract {
    /** A new trainer of the kind under test. */
    protected abstract Trainer trainer();

    /** Data the trainer can learn from, at least one number feature; kept small, it is trained on many times. */
    protected abstract TrainingData data();

    protected abstract TrainingOptions options();

    @Test
    void equalDataOptionsAndSeedGiveEqualBytes() {
        TrainedModel model = trainer().train(data(), options());
        TrainedModel again = trainer().train(data(), options());
        assertThat(again.pmml()).isEqualTo(model.pmml());
        assertThat(again.fitted()).isEqualTo(model.fitted());
        assertThat(again.metrics()).isEqualTo(model.metrics());
        assertThat(again.settings()).isEqualTo(model.settings());
    }

    @Test
    void everyTrainingRowIsScored() {
        TrainedModel model = trainer().train(data(), options());
        assertThat(model.fitted()).hasSize(data().features().rows());
        assertThat(Arrays.stream(model.fitted())).allMatch(Double::isFinite);
    }

    /** A trainer that does not say what rows score that were not learned says nothing at all. */
    @Test
    void rowsThatWereNotLearnedAreScoredWhereTheyAreMeasured() {
        for (double[] repeat : trainer().train(data(), options()).unseen()) {
            assertThat(repeat).hasSize(data().features().rows());
            for (int row = 0; row < repeat.length; row++) {
                assertThat(Double.isFinite(repeat[row])).as("row " + row).isEqualTo(data().measured()[row]);
            }
        }
    }

    @Test
    void missingNumbersAreLearnedFromToo() {
        FeatureMatrix features = data().features();
        List<FeatureColumn> columns = features.columns().stream()
                .map(TrainerContract::withFirstRowMissing)
                .toList();
        TrainingData holed =
                new TrainingData(new FeatureMatrix(features.rows(), columns), data().target(), data().groups());
        assertThat(Arrays.stream(trainer().train(holed, options()).fitted())).allMatch(Double::isFinite);
    }

    @Test
    void dataGivenAreNotChanged() {
        TrainingData given = data();
        trainer().train(given, options());
        assertThat(given)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                .isEqualTo(data());
    }

    @Test
    void noRowsAreRefused() {
        List<FeatureColumn> columns = data().features().columns().stream()
                .map(TrainerContract::withoutRows)
                .toList();
        TrainingData empty = new TrainingData(new FeatureMatrix(0, columns), new double[0], new int[0]);
        assertThatThrownBy(() -> trainer().train(empty, options())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pmmlIsVersion44AndNamesNoTime() throws Exception {
        byte[] pmml = trainer().train(data(), options()).pmml();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(pmml));
        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("PMML");
        assertThat(document.getDocumentElement().getAttribute("version")).startsWith("4.4");
        assertThat(document.getElementsByTagNameNS("*", "Timestamp").getLength())
                .isZero();
    }

    @Test
    void metricsHaveAnInterval() {
        assertThat(trainer().train(data(), options()).metrics())
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(metric.low()).isLessThanOrEqualTo(metric.high()));
    }

    @Test
    void modelsTrainedAtTheSameTimeDoNotMix() throws Exception {
        Trainer trainer = trainer();
        byte[] expected = trainer.train(data(), options()).pmml();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<byte[]> one = () -> trainer.train(data(), options()).pmml();
            for (Future<byte[]> each : threads.invokeAll(Collections.nCopies(4, one))) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void beingHeardChangesNothingAndItsShareOnlyGrows() {
        List<Double> shares = new ArrayList<>();
        TrainedModel heard = trainer().train(data(), options().heardBy((share, doing) -> {
            shares.add(share);
            assertThat(doing).isNotBlank();
        }));
        assertThat(heard.pmml()).isEqualTo(trainer().train(data(), options()).pmml());
        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share <= 1);
    }

    /** A trainer that says nothing runs to its end. */
    @Test
    void trainingThatIsEndedSaysSoUnchanged() {
        List<String> said = new ArrayList<>();
        trainer().train(data(), options().heardBy((share, doing) -> said.add(doing)));
        for (int last : new int[] {1, said.size() / 2, said.size()}) {
            RuntimeException end = new CancellationException("nobody waits");
            int[] left = {last};
            TrainingOptions ended = options().heardBy((share, doing) -> {
                if (--left[0] <= 0) {
                    throw end;
                }
            });
            if (last > 0 && !said.isEmpty()) {
                assertThatThrownBy(() -> trainer().train(data(), ended)).isSameAs(end);
            }
        }
    }

    private static FeatureColumn withFirstRowMissing(FeatureColumn column) {
        if (column instanceof NumberColumn numbers) {
            double[] values = numbers.values().clone();
            values[0] = Double.NaN;
            return new NumberColumn(column.name(), values);
        }
        @Nullable String[] values = ((TextColumn) column).values().clone();
        values[0] = null;
        return new TextColumn(column.name(), values);
    }

    private static FeatureColumn withoutRows(FeatureColumn column) {
        return column instanceof NumberColumn
                ? new NumberColumn(column.name(), new double[0])
                : new TextColumn(column.name(), new String[0]);
    }
}
