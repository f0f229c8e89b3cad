package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The shipped definitions against what others computed from the same data. */
class ShippedFeaturesTest {
    private final FeatureSet features = Customers.shippedFeatures();

    @Test
    void everyColumnOfTheFirstAnalystsIsReproducedToFourDecimals() {
        List<CustomerRecord> customers = Customers.purchasingBehaviors();
        FeatureReference reference = features.fit(Customers.SCHEMA, customers, Customers.AS_OF);
        FeatureMatrix matrix =
                new FittedFeatures(features, reference, Customers.SCHEMA).compute(customers, Customers.AS_OF);
        List<Map<String, String>> expected =
                Customers.table("customer-purchasing-behaviors/engineered-features-reference.csv");

        assertThat(expected).hasSize(238);
        for (String name : expected.get(0).keySet()) {
            if (name.equals("user_id")) {
                continue;
            }
            FeatureColumn column = matrix.column(name.toLowerCase(Locale.ROOT));
            for (int row = 0; row < matrix.rows(); row++) {
                String cell = expected.get(row).getOrDefault(name, "");
                String where = name + " of customer " + expected.get(row).get("user_id");
                if (column instanceof TextColumn text) {
                    assertThat(text.values()[row]).as(where).isEqualTo(cell);
                } else {
                    assertThat(((NumberColumn) column).values()[row])
                            .as(where)
                            .isCloseTo(number(cell), within(5.0001e-5));
                }
            }
        }
    }

    @Test
    void championsOfTheReferenceAreFiftyNine() {
        List<CustomerRecord> customers = Customers.purchasingBehaviors();
        FeatureReference reference = features.fit(Customers.SCHEMA, customers, Customers.AS_OF);
        FeatureMatrix matrix =
                new FittedFeatures(features, reference, Customers.SCHEMA).compute(customers, Customers.AS_OF);

        assertThat(Arrays.stream(numbers(matrix, "is_champion")).sum()).isEqualTo(59);
        assertThat(Arrays.stream(numbers(matrix, "is_high_value")).sum()).isEqualTo(60);
    }

    @Test
    void recencyFrequencyAndMonetaryValueOfOnlineRetailAreAsPublished() throws IOException {
        Instant asOf = Instant.parse("2011-12-10T00:00:00Z");
        Map<String, List<Transaction>> byCustomer = onlineRetail();
        List<CustomerRecord> buyers = records(byCustomer, true, asOf);
        FeatureReference reference = features.fit(Customers.SCHEMA, buyers, asOf);
        FittedFeatures fitted = new FittedFeatures(features, reference, Customers.SCHEMA);
        FeatureMatrix matrix = fitted.compute(buyers, asOf);

        double[] recency = numbers(matrix, "recency_days");
        double[] days = numbers(matrix, "purchase_days");
        double[] monetary = numbers(matrix, "monetary_total");
        assertThat(buyers).hasSize(4338);
        assertThat(median(recency)).isEqualTo(51);
        assertThat(mean(recency)).isCloseTo(93.06, within(0.005));
        assertThat(median(days)).isEqualTo(2);
        assertThat(mean(days)).isCloseTo(3.864, within(0.0005));
        assertThat(Arrays.stream(days).max().orElseThrow()).isEqualTo(132);
        assertThat(median(monetary)).isCloseTo(674.48, within(0.011));
        assertThat(mean(monetary)).isCloseTo(2054.27, within(0.005));
        assertThat(Arrays.stream(monetary).sum()).isCloseTo(8_911_407.90, within(0.005));

        double net = Arrays.stream(numbers(fitted.compute(records(byCustomer, false, asOf), asOf), "monetary_total"))
                .sum();
        assertThat(net).isCloseTo(8_300_065.81, within(0.005));
    }

    @Test
    void recencyIsCountedFromTheGivenInstant() {
        Transaction bought = new Transaction("1", Instant.parse("2026-01-31T23:59:59Z"), 10, "web");
        for (String asOf : List.of("2026-02-01T00:00:00Z", "2026-02-01T12:00:00Z")) {
            Instant at = Instant.parse(asOf);
            CustomerRecord customer =
                    new CustomerRecord(new CustomerId("1"), Map.of(), PurchaseSummary.of(List.of(bought), at));
            FeatureReference reference = features.fit(Customers.SCHEMA, List.of(customer), at);
            FeatureMatrix matrix =
                    new FittedFeatures(features, reference, Customers.SCHEMA).compute(List.of(customer), at);
            assertThat(numbers(matrix, "recency_days")).containsExactly(1);
        }
    }

    private static List<CustomerRecord> records(
            Map<String, List<Transaction>> byCustomer, boolean purchasesOnly, Instant asOf) {
        List<CustomerRecord> records = new ArrayList<>();
        byCustomer.forEach((id, all) -> {
            List<Transaction> kept =
                    all.stream().filter(t -> !purchasesOnly || t.amount() > 0).toList();
            if (!kept.isEmpty()) {
                records.add(new CustomerRecord(new CustomerId(id), Map.of(), PurchaseSummary.of(kept, asOf)));
            }
        });
        return records;
    }

    private static Map<String, List<Transaction>> onlineRetail() throws IOException {
        Map<String, List<Transaction>> byCustomer = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(
                        Customers.SHARED.resolve("data/online-retail/online-retail-invoices.csv.gz"))),
                StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("customer_id,timestamp,amount,channel,invoice,lines");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                byCustomer
                        .computeIfAbsent(cells[0], id -> new ArrayList<>())
                        .add(new Transaction(
                                cells[4], Instant.parse(cells[1]), Double.parseDouble(cells[2]), cells[3]));
            }
        }
        return byCustomer;
    }

    private static double number(String cell) {
        return cell.equals("True") ? 1 : cell.equals("False") ? 0 : Double.parseDouble(cell);
    }

    private static double[] numbers(FeatureMatrix matrix, String name) {
        return ((NumberColumn) matrix.column(name)).values();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double median(double[] values) {
        return Distribution.of(values).quantile(0.5);
    }
}
