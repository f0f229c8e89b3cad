package cip.bench;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.spi.FeatureMatrix;
import cip.spi.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A shop's customers as known at the end of a day, by the product's own features, and what they spent in the days after it. */
record SpendPeriod(FeatureMatrix features, double[] later) {
    static final List<String> FEATURES = List.of(
            "purchase_days",
            "recency_days",
            "tenure_days",
            "average_order_value",
            "monetary_total",
            "purchase_days_365",
            "monetary_365");

    static SpendPeriod of(Map<String, List<Transaction>> shop, LocalDate cut, int days) throws IOException {
        Instant asOf = cut.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        Instant end = cut.plusDays(days).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
        List<CustomerRecord> records = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        shop.forEach((id, transactions) -> {
            PurchaseSummary before = PurchaseSummary.of(transactions, asOf);
            if (before.purchaseDays() > 0) {
                records.add(new CustomerRecord(new CustomerId(id), Map.of(), before));
                double after = PurchaseSummary.of(transactions, end).netAmount() - before.netAmount();
                later.add(Math.max(0, after));
            }
        });
        CustomerSchema none = new CustomerSchema(List.of(new Attribute(
                "id",
                "Id",
                Attribute.Type.TEXT,
                "",
                null,
                null,
                List.of(),
                Attribute.Role.IDENTIFIER,
                false,
                true,
                true)));
        FeatureSet set = shipped();
        FeatureMatrix matrix = new FittedFeatures(set, set.fit(none, records, asOf), none)
                .only(FEATURES)
                .compute(records, asOf);
        return new SpendPeriod(matrix, later.stream().mapToDouble(x -> x).toArray());
    }

    private static FeatureSet shipped() throws IOException {
        Path file = Path.of(System.getProperty("cip.root")).resolve("rules/features.json");
        return new FeatureSet(FeatureSet.parse(Files.readString(file)).definitions().stream()
                .filter(definition -> FEATURES.contains(definition.name()))
                .toList());
    }

    TrainingData data(FeatureMatrix with) {
        return new TrainingData(with, later, IntStream.range(0, later.length).toArray());
    }
}
