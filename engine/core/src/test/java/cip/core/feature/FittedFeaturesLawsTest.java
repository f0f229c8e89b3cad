package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerRecord;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for whatever customers there are. The seed stands in the name of a failing case. */
class FittedFeaturesLawsTest {
    private final FeatureSet features = Customers.shippedFeatures();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void batchEqualsSingle(long seed) {
        List<CustomerRecord> customers = Customers.generated(300, seed);
        FittedFeatures fitted = fitted(customers);
        FeatureMatrix batch = fitted.compute(customers, Customers.AS_OF);
        for (int row = 0; row < customers.size(); row++) {
            FeatureMatrix single = fitted.compute(List.of(customers.get(row)), Customers.AS_OF);
            assertThat(values(single, 0)).as("customer %s", row).isEqualTo(values(batch, row));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void rowOrderIsIrrelevant(long seed) {
        List<CustomerRecord> customers = Customers.generated(1500, seed);
        List<CustomerRecord> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(seed));
        FeatureReference reference = features.fit(Customers.SCHEMA, customers, Customers.AS_OF);

        assertThat(features.fit(Customers.SCHEMA, shuffled, Customers.AS_OF).toJson())
                .isEqualTo(reference.toJson());
        FittedFeatures fitted = new FittedFeatures(features, reference, Customers.SCHEMA);
        FeatureMatrix one = fitted.compute(customers, Customers.AS_OF);
        FeatureMatrix other = fitted.compute(shuffled, Customers.AS_OF);
        for (int row = 0; row < customers.size(); row++) {
            assertThat(values(other, shuffled.indexOf(customers.get(row)))).isEqualTo(values(one, row));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void noNumberIsInfiniteOrMinusZero(long seed) {
        List<CustomerRecord> customers = Customers.generated(2000, seed);
        FeatureMatrix matrix = fitted(customers).compute(customers, Customers.AS_OF);
        for (FeatureColumn column : matrix.columns()) {
            if (column instanceof NumberColumn numbers) {
                for (double value : numbers.values()) {
                    assertThat(Double.isInfinite(value)).as(column.name()).isFalse();
                    assertThat(Double.doubleToRawLongBits(value))
                            .as(column.name())
                            .isNotEqualTo(Long.MIN_VALUE);
                }
            }
        }
    }

    @Test
    void readingTheWrittenReferenceBackChangesNoBit() {
        List<CustomerRecord> customers = Customers.generated(3000, 8);
        FeatureReference reference = features.fit(Customers.SCHEMA, customers, Customers.AS_OF);
        FeatureReference readBack = FeatureReference.parse(reference.toJson());

        assertThat(readBack).isEqualTo(reference);
        assertThat(readBack.toJson()).isEqualTo(reference.toJson());
        FeatureMatrix before =
                new FittedFeatures(features, reference, Customers.SCHEMA).compute(customers, Customers.AS_OF);
        FeatureMatrix after =
                new FittedFeatures(features, readBack, Customers.SCHEMA).compute(customers, Customers.AS_OF);
        for (int row = 0; row < customers.size(); row++) {
            assertThat(values(after, row)).isEqualTo(values(before, row));
        }
    }

    @Test
    void someColumnsAloneAreTheSameAsAmongAll() {
        List<CustomerRecord> customers = Customers.generated(200, 9);
        FittedFeatures fitted = fitted(customers);
        FeatureMatrix all = fitted.compute(customers, Customers.AS_OF);
        for (FeatureInput column : fitted.columns()) {
            FeatureMatrix alone = fitted.only(List.of(column.name())).compute(customers, Customers.AS_OF);
            assertThat(alone.names()).containsExactly(column.name());
            for (int row = 0; row < customers.size(); row++) {
                assertThat(values(alone, row)).isEqualTo(values(all.select(List.of(column.name())), row));
            }
        }
    }

    @Test
    void noCustomersGiveNoRows() {
        FittedFeatures fitted = fitted(Customers.generated(10, 10));

        assertThat(fitted.compute(List.of(), Customers.AS_OF).rows()).isZero();
    }

    @Test
    void declaredColumnsAreTheMatrixColumns() {
        List<CustomerRecord> customers = Customers.generated(10, 11);
        FittedFeatures fitted = fitted(customers);
        FeatureMatrix matrix = fitted.compute(customers, Customers.AS_OF);

        assertThat(fitted.columns().stream().map(FeatureInput::name)).containsExactlyElementsOf(matrix.names());
        for (FeatureInput column : fitted.columns()) {
            assertThat(matrix.column(column.name()) instanceof TextColumn)
                    .as(column.name())
                    .isEqualTo(column.type() == FeatureInput.Type.TEXT);
        }
    }

    private FittedFeatures fitted(List<CustomerRecord> customers) {
        return new FittedFeatures(
                features, features.fit(Customers.SCHEMA, customers, Customers.AS_OF), Customers.SCHEMA);
    }

    /** Every value of a row as text that tells all bits. */
    private static List<String> values(FeatureMatrix matrix, int row) {
        return matrix.columns().stream()
                .map(c -> c instanceof TextColumn text
                        ? String.valueOf(text.values()[row])
                        : Double.toHexString(((NumberColumn) c).values()[row]))
                .toList();
    }
}
