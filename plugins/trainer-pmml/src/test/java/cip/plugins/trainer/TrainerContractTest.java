package cip.plugins.trainer;

import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainerContract;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import org.junit.jupiter.api.Nested;

/** All trainers keep what every trainer promises. */
class TrainerContractTest {
    private static Trainer named(String name) {
        return new TrainerPlugin()
                .trainers().stream()
                        .filter(factory -> factory.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .create(Settings.none());
    }

    @Nested
    class Amount extends TrainerContract {
        @Override
        protected Trainer trainer() {
            return named("boosting");
        }

        @Override
        protected TrainingData data() {
            return Shoppers.generated(200, 5).spendFrom("income", "recency", "region");
        }

        @Override
        protected TrainingOptions options() {
            return Shoppers.clv("objective", "tweedie", "trees", "10", "repeats", "1");
        }
    }

    @Nested
    class Probability extends TrainerContract {
        @Override
        protected Trainer trainer() {
            return named("boosting");
        }

        @Override
        protected TrainingData data() {
            return Shoppers.generated(200, 5).leavingFrom("income", "recency", "region");
        }

        @Override
        protected TrainingOptions options() {
            return Shoppers.churn("trees", "10", "repeats", "1");
        }
    }

    @Nested
    class LinearAmount extends TrainerContract {
        @Override
        protected Trainer trainer() {
            return named("linear");
        }

        @Override
        protected TrainingData data() {
            return Shoppers.generated(200, 5).spendFrom("income", "recency", "region");
        }

        @Override
        protected TrainingOptions options() {
            return Shoppers.clv("repeats", "1", "interval", "90");
        }
    }

    @Nested
    class LogisticProbability extends TrainerContract {
        @Override
        protected Trainer trainer() {
            return named("logistic");
        }

        @Override
        protected TrainingData data() {
            return Shoppers.generated(200, 5).leavingFrom("income", "recency", "region");
        }

        @Override
        protected TrainingOptions options() {
            return Shoppers.churn("repeats", "1", "logarithm", "recency");
        }
    }

    @Nested
    class Clusters extends TrainerContract {
        @Override
        protected Trainer trainer() {
            return named("kmeans");
        }

        @Override
        protected TrainingData data() {
            return Shoppers.generated(200, 5).clustersOf("income", "recency");
        }

        @Override
        protected TrainingOptions options() {
            return Shoppers.cluster("mostClusters", "4", "starts", "3");
        }
    }
}
