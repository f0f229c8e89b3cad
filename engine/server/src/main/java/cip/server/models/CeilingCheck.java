package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.samples.SampleCeilings;
import cip.server.samples.SampleRetailer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds models of the synthetic retailer to what the known truth reaches on the same customers: nobody who has not seen the
 * future is better.
 */
final class CeilingCheck {
    private final Map<String, Map<String, Double>> highest;

    private CeilingCheck(SampleCeilings ceilings) {
        this.highest = Map.of(
                "clv", Map.of("r2", ceilings.clvR2()),
                "churn_risk", Map.of("auc", ceilings.churnAuc(), "f1", ceilings.churnBestF1()));
    }

    /** For models of these customers and of the guests that come with them. */
    static CeilingCheck of(SampleRetailer retailer, int customers) {
        SampleCeilings ceilings = new SampleCeilings();
        Stream.concat(retailer.customers(customers), retailer.guests(customers))
                .forEach(customer -> ceilings.add(customer.truth()));
        return new CeilingCheck(ceilings);
    }

    /** @throws EngineException INVALID_MODEL naming the metric that is above its ceiling */
    void require(ModelCard card) {
        for (ModelCard.Metric metric : card.metrics()) {
            Double ceiling = highest.getOrDefault(card.score(), Map.of()).get(metric.name());
            if (ceiling != null && metric.value() > ceiling) {
                throw new EngineException(
                        ErrorCode.INVALID_MODEL,
                        String.format(
                                Locale.ROOT,
                                "The %s of %s is %.4f, and the truth behind the synthetic customers reaches %.4f.%n"
                                        + "Maybe a feature holds what happened after the cut.",
                                metric.name(),
                                card.score(),
                                metric.value(),
                                ceiling));
            }
        }
    }
}
