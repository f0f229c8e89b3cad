package cip.core.feature;

import cip.core.customer.PurchaseSummary;
import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a customer's transactions up to the instant come to. */
public record Purchases(Measure measure) implements FeatureExpression {
    /** Days are UTC days; amounts are 0 and days missing for a customer who never purchased. */
    public enum Measure {
        RECENCY_DAYS("days since the last purchase"),
        TENURE_DAYS("days since the first purchase"),
        PURCHASE_DAYS("days with at least one purchase"),
        PURCHASE_DAYS_365("days with at least one purchase in the last 365 days"),
        NET_AMOUNT("purchases less refunds"),
        NET_AMOUNT_365("purchases less refunds in the last 365 days"),
        GROSS_AMOUNT("purchases before refunds"),
        REFUNDED_AMOUNT("refunds"),
        AVERAGE_PURCHASE("purchases before refunds ÷ days with at least one purchase");

        private final String sentence;

        Measure(String sentence) {
            this.sentence = sentence;
        }

        /** As written in a file, e.g. {@code recency_days}. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        double of(PurchaseSummary purchases, LocalDate today) {
            return switch (this) {
                case RECENCY_DAYS -> days(purchases.lastPurchaseAt(), today);
                case TENURE_DAYS -> days(purchases.firstPurchaseAt(), today);
                case PURCHASE_DAYS -> purchases.purchaseDays();
                case PURCHASE_DAYS_365 -> purchases.recentPurchaseDays();
                case NET_AMOUNT -> purchases.netAmount();
                case NET_AMOUNT_365 -> purchases.recentNetAmount();
                case GROSS_AMOUNT -> purchases.grossAmount();
                case REFUNDED_AMOUNT -> purchases.refundedAmount();
                case AVERAGE_PURCHASE -> purchases.grossAmount() / purchases.purchaseDays();
            };
        }

        private static double days(Optional<Instant> since, LocalDate today) {
            return since.map(at -> today.toEpochDay()
                            - LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay())
                    .filter(days -> days >= 0)
                    .map(Long::doubleValue)
                    .orElse(Double.NaN);
        }
    }

    @Override
    public List<FeatureExpression> operands() {
        return List.of();
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        LocalDate today = LocalDate.ofInstant(rows.asOf(), ZoneOffset.UTC);
        double[] values = new double[rows.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = measure.of(rows.customer(i).purchases(), today);
        }
        return Rows.numbers(values);
    }

    @Override
    public String sentence(Declarations declared) {
        return measure.sentence;
    }

    @Override
    public boolean isSingleTerm() {
        return measure != Measure.AVERAGE_PURCHASE;
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("purchases", FeatureJson.name(measure.key()));
    }
}
