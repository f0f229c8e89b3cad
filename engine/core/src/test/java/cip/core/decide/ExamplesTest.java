package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Map<String, Object> LEAVING =
            Map.of("age", 30.0, "income", 20_000.0, "region", "South", "consent_email", true);

    @Test
    void whatIsPinnedIsMetUntilTheRulesChange() {
        Decider decider = SmallStrategy.decider();
        Example pinned = pinned(decider, "Young and about to leave", false);
        assertThat(pinned.expected()).isEqualTo(new Example.Expected("leaving", List.of("win_back"), List.of()));

        assertThat(Examples.run(List.of(pinned), decider)).allMatch(ExampleResult::met);
        ObjectNode changed = document();
        ((ObjectNode) changed.at("/segments/segments/1/when")).put("value", 0.8);

        assertThat(Examples.unmet(SmallStrategy.compile(with(changed, pinned))))
                .containsExactly("The example \"Young and about to leave\" (pinned) is not met."
                        + " The segment is Quiet, expected Leaving. Recommended first: Window, expected Win back.");
    }

    @Test
    void anActionThatMustNeverBeRecommendedIsNamed() {
        Example pinned = pinned(SmallStrategy.decider(), "Never writes back", true);
        Example never = new Example(
                pinned.id(),
                pinned.why(),
                pinned.asOf(),
                pinned.customer(),
                new Example.Expected("leaving", List.of(), List.of("win_back", "bundle")));

        assertThat(Examples.run(List.of(never), SmallStrategy.decider()))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.differences()).containsExactly("Win back is recommended and must not be."));
    }

    @Test
    void nobodyAmongExamplesIsHeldOut() {
        ObjectNode everybody = document();
        ((ObjectNode) everybody.get("holdout")).put("share", 1);
        Decider decider = SmallStrategy.compile(everybody);

        assertThat(pinned(decider, "Held out in truth", true).expected().actions())
                .containsExactly("win_back");
    }

    @Test
    void aStrategyWithExamplesReadsBackEqualAndOneWithoutKeepsItsHash() {
        Strategy strategy = SmallStrategy.decider().strategy();
        Strategy exemplified = strategy.withExamples(List.of(pinned(SmallStrategy.decider(), "One", true)));

        assertThat(StrategyJson.read(StrategyJson.write(exemplified))).isEqualTo(exemplified);
        assertThat(exemplified.hash()).isNotEqualTo(strategy.hash());
        assertThat(StrategyJson.write(strategy).has("examples")).isFalse();
    }

    @Test
    void noExampleKeepsWhatSaysWhoSomebodyIs() {
        Decider decider = SmallStrategy.compile(document(), personal("region"));
        assertThat(pinned(decider, "From the south", true).customer().attributes())
                .doesNotContainKey("region");

        CustomerRecord north = SmallStrategy.customer("c1", Map.of("age", 50.0, "income", 20_000.0, "region", "North"));

        assertThatThrownBy(() -> Examples.pin(decider, north, SmallStrategy.AS_OF, "pinned", "From the north", true))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("customer c1 rests on an attribute that says who they are");
    }

    @Test
    void anAttributeTheSchemaNoLongerKnowsIsADifferenceAndNoFailure() {
        Example pinned = pinned(SmallStrategy.decider(), "From another time", true);
        Example old = new Example(
                pinned.id(),
                pinned.why(),
                pinned.asOf(),
                new Example.Frozen(Map.of("shoe_size", 38.0), pinned.customer().purchases()),
                pinned.expected());

        assertThat(Examples.run(List.of(old), SmallStrategy.decider()).get(0).differences())
                .containsExactly("The schema declares no attribute shoe_size.");
    }

    @Test
    void anExampleThatSaysNotWhyAndOneOfTwoWithOneIdAreRefused() {
        Example pinned = pinned(SmallStrategy.decider(), "One", true);
        ObjectNode silent = with(document(), pinned);
        ((ObjectNode) silent.at("/examples/examples/0")).put("why", " ");
        ObjectNode twice = with(document(), pinned);
        ((ArrayNode) twice.at("/examples/examples")).add(ExampleJson.write(pinned));

        assertThatThrownBy(() -> StrategyJson.read(silent)).hasMessageContaining("pinned needs a sentence");
        assertThatThrownBy(() -> SmallStrategy.compile(twice)).hasMessageContaining("Two examples have the id pinned.");
    }

    @Test
    void aNewExampleAndAnotherExpectationAreChangesInWords() {
        Strategy before = SmallStrategy.decider().strategy();
        Example pinned = pinned(SmallStrategy.decider(), "One", true);
        Example other = new Example(
                pinned.id(),
                pinned.why(),
                pinned.asOf(),
                pinned.customer(),
                new Example.Expected("quiet", List.of("win_back"), List.of()));
        Strategy with = before.withExamples(List.of(pinned));

        assertThat(StrategyDifference.of(before, with, SmallStrategy.SCHEMA))
                .containsExactly(new StrategyChange(
                        "examples/pinned",
                        "Example pinned",
                        "",
                        "",
                        "sentence: One; segment expected: Leaving; actions expected first: Win back"));
        assertThat(StrategyDifference.of(with, before.withExamples(List.of(other)), SmallStrategy.SCHEMA))
                .containsExactly(new StrategyChange(
                        "examples/pinned/segment expected", "Example pinned", "segment expected", "Leaving", "Quiet"));
    }

    private static Example pinned(Decider decider, String why, boolean onlyFirst) {
        return Examples.pin(
                decider, SmallStrategy.customer("c7", LEAVING), SmallStrategy.AS_OF, "pinned", why, onlyFirst);
    }

    private static ObjectNode document() {
        return (ObjectNode) SmallStrategy.document();
    }

    private static ObjectNode with(ObjectNode document, Example example) {
        return document.set("examples", ExampleJson.write(List.of(example)));
    }

    private static CustomerSchema personal(String name) {
        List<Attribute> attributes = new ArrayList<>();
        SmallStrategy.SCHEMA
                .attributes()
                .forEach(a -> attributes.add(new Attribute(
                        a.name(),
                        a.label(),
                        a.type(),
                        a.unit(),
                        a.minimum(),
                        a.maximum(),
                        a.values(),
                        a.role(),
                        a.name().equals(name),
                        a.required(),
                        a.fixed())));
        return new CustomerSchema(attributes);
    }
}
