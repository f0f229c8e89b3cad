package cip.core.decide;

import cip.core.action.Action;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides the examples of a strategy and compares. Nobody among them is held out: they say what the rules mean, not whom
 * lift is measured on.
 */
public final class Examples {
    private Examples() {}

    /** One result per example of the strategy, in their order. */
    public static List<ExampleResult> run(Decider decider) {
        return run(decider.strategy().examples(), decider);
    }

    /** The same for examples that the strategy does not have itself. */
    public static List<ExampleResult> run(List<Example> examples, Decider decider) {
        return examples.stream().map(example -> run(example, decider)).toList();
    }

    /** Every example that is not met, each with how it differs; empty = all are met. */
    public static List<String> unmet(Decider decider) {
        return run(decider).stream()
                .filter(result -> !result.met())
                .map(result -> "The example \"" + result.example().why() + "\" ("
                        + result.example().id() + ") is not met. " + String.join(" ", result.differences()))
                .toList();
    }

    /**
     * An example that expects what the strategy decides for a customer.
     *
     * @param onlyFirst whether only the action ranked first is expected, not all of them
     * @throws EngineException CONFLICT when the decision rests on what says who the customer is, which no example keeps
     */
    public static Example pin(
            Decider decider, CustomerRecord customer, Instant asOf, String id, String why, boolean onlyFirst) {
        Example.Frozen frozen = Example.Frozen.of(customer, decider.schema());
        Example unexpecting = new Example(id, why, asOf, frozen, new Example.Expected("", List.of(), List.of()));
        Decision decision = decide(unexpecting.record(decider.schema()), asOf, decider);
        Decision whole = decide(
                new CustomerRecord(
                        new CustomerId(id), customer.attributes(), customer.purchases(), customer.contacts()),
                asOf,
                decider);
        if (!whole.equals(decision)) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "What is decided for customer " + customer.id()
                            + " rests on an attribute that says who they are, and an example keeps none of those."
                            + "\nMaybe pin another customer, or declare in config.yml that the attribute is not personal.");
        }
        List<String> actions = actions(decision);
        return new Example(
                id,
                why,
                asOf,
                frozen,
                new Example.Expected(decision.segment().id(), onlyFirst ? actions.subList(0, 1) : actions, List.of()));
    }

    private static ExampleResult run(Example example, Decider decider) {
        CustomerRecord customer;
        try {
            customer = example.record(decider.schema());
        } catch (EngineException unreadable) {
            return new ExampleResult(
                    example,
                    "",
                    List.of(),
                    List.of(String.valueOf(unreadable.getMessage()).replace('\n', ' ')));
        }
        Decision decision = decide(customer, example.asOf(), decider);
        List<String> actions = actions(decision);
        return new ExampleResult(
                example,
                decision.segment().id(),
                actions,
                differences(example.expected(), decision.segment().id(), actions, decider.strategy()));
    }

    private static Decision decide(CustomerRecord customer, Instant asOf, Decider decider) {
        return decider.decideOutsideHoldout(List.of(customer), new DecisionContext(asOf))
                .get(0);
    }

    private static List<String> actions(Decision decision) {
        return decision.recommended().stream()
                .map(recommended -> recommended.action().id())
                .toList();
    }

    private static List<String> differences(
            Example.Expected expected, String segment, List<String> actions, Strategy strategy) {
        List<String> differences = new ArrayList<>();
        if (!expected.segment().equals(segment)) {
            differences.add("The segment is " + segmentName(segment, strategy) + ", expected "
                    + segmentName(expected.segment(), strategy) + ".");
        }
        int compared = Math.min(expected.actions().size(), actions.size());
        if (!actions.subList(0, compared).equals(expected.actions())) {
            differences.add("Recommended first: " + names(actions.subList(0, compared), strategy) + ", expected "
                    + names(expected.actions(), strategy) + ".");
        }
        expected.never().stream()
                .filter(actions::contains)
                .forEach(action -> differences.add(name(action, strategy) + " is recommended and must not be."));
        return differences;
    }

    private static String names(List<String> actions, Strategy strategy) {
        return actions.stream().map(action -> name(action, strategy)).collect(Collectors.joining(", "));
    }

    private static String name(String action, Strategy strategy) {
        return strategy.actions().action(action).map(Action::name).orElse(action);
    }

    private static String segmentName(String segment, Strategy strategy) {
        return strategy.segments().segment(segment).map(Segment::label).orElse(segment);
    }
}
