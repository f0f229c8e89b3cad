package cip.core.decide;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.spi.FeatureMatrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customers of examples side by side, each with the features and scores of the instant they are as of: whom a rule decides
 * is asked of them as of any base, and nothing is compiled for it. Nobody in it is ranked.
 */
public final class ExampleBase {
    private static final CustomerBase.TopAction NOT_RANKED = new CustomerBase.TopAction("", 0);

    private ExampleBase() {}

    /**
     * In the order of the examples, those left out that cannot be read any more; empty = nobody is left.
     *
     * @param decider has the features and models
     */
    public static Optional<CustomerBase> of(List<Example> examples, Decider decider) {
        List<Example> readable = readable(examples, decider.schema());
        if (readable.isEmpty()) {
            return Optional.empty();
        }
        CustomerBaseBuilder base =
                CustomerBase.builder(decider.hash(), readable.get(0).asOf());
        for (int i = 0; i < readable.size(); i++) {
            base.add(
                    List.of(new CustomerId("example-%07d".formatted(i))),
                    known(readable.get(i), decider),
                    List.of(NOT_RANKED),
                    decider.strategy().holdout());
        }
        return Optional.of(base.build());
    }

    /** Those that can be read, in their order. */
    public static List<Example> readable(List<Example> examples, CustomerSchema schema) {
        return examples.stream().filter(example -> isReadable(example, schema)).toList();
    }

    private static boolean isReadable(Example example, CustomerSchema schema) {
        try {
            example.record(schema);
            return true;
        } catch (EngineException unreadable) {
            return false;
        }
    }

    private static FeatureMatrix known(Example example, Decider decider) {
        List<CustomerRecord> customer = List.of(example.record(decider.schema()));
        FeatureMatrix facts = decider.features(customer, new DecisionContext(example.asOf()));
        return facts.with(decider.scores(facts, Map.of()));
    }
}
