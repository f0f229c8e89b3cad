package cip.server.models;

import cip.server.samples.SampleTruth;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How one of the shipped models is made.
 *
 * @param description what the score means, with its horizon
 * @param features the candidates; the model reads those that turn out to be of use
 */
record ModelRecipe(
        ScoreOutput output,
        String label,
        String description,
        String trainer,
        Target target,
        List<String> features,
        Settings settings) {
    private static final List<String> ATTRIBUTES =
            List.of("age", "annual_income", "purchase_amount", "loyalty_score", "region", "purchase_frequency");
    private static final List<String> HISTORY = List.of(
            "recency_days",
            "tenure_days",
            "purchase_days",
            "purchase_days_365",
            "monetary_total",
            "monetary_365",
            "average_order_value",
            "refund_share",
            "days_since_signup");

    /** What is to be predicted, as it turned out in the 12 months after the cut. */
    enum Target {
        SPEND("net spend in the 12 months after the cut, refunds taken off", 12),
        CHURN("1 = no purchase in the 12 months after the cut, 0 = at least one", 12),
        NONE("none: customers are grouped by what is known at the cut", 0);

        private final String description;
        private final int horizonMonths;

        Target(String description, int horizonMonths) {
            this.description = description;
            this.horizonMonths = horizonMonths;
        }

        String description() {
            return description;
        }

        int horizonMonths() {
            return horizonMonths;
        }

        double of(SampleTruth truth) {
            return switch (this) {
                case SPEND -> truth.spend();
                case CHURN -> truth.churned() ? 1 : 0;
                case NONE -> Double.NaN;
            };
        }
    }

    String score() {
        return output.name();
    }

    /** @param currency of the amounts, e.g. {@code EUR} */
    static List<ModelRecipe> shipped(String currency) {
        return List.of(
                new ModelRecipe(
                        new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, currency + " per 12 months"),
                        "Lifetime value",
                        "Expected net spend in the next 12 months, refunds taken off.",
                        "boosting",
                        Target.SPEND,
                        candidates(),
                        new Settings(Map.of(
                                "objective", "tweedie",
                                "trees", "100",
                                "depth", "4",
                                "learningRate", "0.08",
                                "l2", "5",
                                "minimumLeafWeight", "20",
                                "increasing", "monetary_365,purchase_amount,loyalty_score",
                                "decreasing", "recency_days"))),
                new ModelRecipe(
                        new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""),
                        "Churn risk",
                        "Probability of no purchase in the next 12 months.",
                        "boosting",
                        Target.CHURN,
                        candidates(),
                        new Settings(Map.of(
                                "objective", "logistic",
                                "trees", "100",
                                "depth", "3",
                                "learningRate", "0.08",
                                "l2", "5",
                                "minimumLeafWeight", "10",
                                "increasing", "recency_days",
                                "decreasing", "loyalty_score"))),
                new ModelRecipe(
                        new ScoreOutput("cluster", ScoreOutput.Kind.CLUSTER, ""),
                        "Cluster",
                        "Number of the group of similar customers, the largest first.",
                        "kmeans",
                        Target.NONE,
                        List.of(
                                "purchase_amount",
                                "purchase_frequency",
                                "recency_days",
                                "purchase_days_365",
                                "monetary_365"),
                        new Settings(Map.of(
                                "logarithm",
                                        "purchase_amount,purchase_frequency,recency_days,purchase_days_365,monetary_365",
                                "fewestClusters", "3",
                                "mostClusters", "6"))));
    }

    private static List<String> candidates() {
        return Stream.concat(ATTRIBUTES.stream(), HISTORY.stream()).toList();
    }
}
