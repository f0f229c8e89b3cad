package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Outcome;
import cip.core.decide.SmallStrategy;
import cip.core.rule.Condition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdCurvesTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final Decider LIVE = SmallStrategy.decider();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    @ParameterizedTest
    @CsvSource({
        "segments/valuable/when, /segments/segments/0/when, AT_LEAST, clv",
        "segments/leaving/when, /segments/segments/1/when, GREATER_THAN, churn_risk",
        "engagement/win_back/suitability, /engagement/rules/0/suitability, LESS_THAN, age",
        "engagement/win_back/suitability, /engagement/rules/0/suitability, AT_MOST, age"
    })
    void everyPointIsWhatDecidingWithThatThresholdGives(String place, String pointer, String operator, String term) {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at(pointer)).put("operator", operator);
        Decider draft = SmallStrategy.compile(document);

        ThresholdCurve curve = curve(draft, place, term);

        for (int i = 0; i < curve.curve().size(); i += 5) {
            assertPoint(curve.curve().get(i), document, pointer, place);
        }
        assertPoint(curve.now(), document, pointer, place);
        assertThat(curve.present() + curve.missing()).isEqualTo(BASE.size());
        assertThat(curve.missing()).isPositive();
        assertThat(curve.bins().stream()
                        .mapToInt(ThresholdCurve.ThresholdBin::customers)
                        .sum())
                .isEqualTo(curve.present());
        assertThat(curve.low()).isLessThanOrEqualTo(curve.now().threshold());
        assertThat(curve.high()).isGreaterThanOrEqualTo(curve.now().threshold());
        assertThat(curve.bins()).hasSizeBetween(10, 40);
    }

    @Test
    void aPlaceThatIsNotThereIsNotFound() {
        assertThat(at("segments/valuable/when/all/0")).isEmpty();
        assertThat(at("segments/nobody/when")).isEmpty();
        assertThat(at("engagement/bundle/eligibility")).isPresent();
        assertThat(RulePlace.parse("actions/bundle")).isEmpty();
        assertThat(RulePlace.parse("engagement/bundle/otherwise")).isEmpty();
        assertThat(ThresholdCurves.hasThreshold(
                        at("engagement/bundle/eligibility").orElseThrow()))
                .isFalse();
    }

    private static Optional<Condition> at(String place) {
        return RulePlace.parse(place).orElseThrow().condition(LIVE.strategy());
    }

    private static ThresholdCurve curve(Decider draft, String place, String term) {
        return new ThresholdCurves(draft.strategy(), BASE, LIVE.baseConditions(), "clv")
                .of(
                        RulePlace.parse(place).orElseThrow(),
                        draft.vocabulary().term(term).orElseThrow(),
                        Interest.lasting());
    }

    private static void assertPoint(
            ThresholdCurve.ThresholdPoint point, ObjectNode document, String pointer, String place) {
        ((ObjectNode) document.at(pointer)).put("value", point.threshold());
        List<Decision> decisions = SmallStrategy.compile(document).decide(SmallBase.CUSTOMERS, CONTEXT);
        List<Decision> reached = decisions.stream()
                .filter(decision -> place.startsWith("segments/")
                        ? place.equals("segments/" + decision.segment().id() + "/when")
                        : place.contains("/" + first(decision).action().id() + "/"))
                .toList();
        double value = reached.stream()
                .flatMapToDouble(decision -> SmallBase.score(decision, "clv").number().stream())
                .sum();

        assertThat(point.reached()).as("reached at " + point.threshold()).isEqualTo(reached.size());
        assertThat(point.value()).isCloseTo(value, within(1e-6));
        assertThat(point.contacts())
                .isEqualTo(decisions.stream()
                        .filter(decision -> !first(decision).fallback())
                        .count());
        assertThat(point.cost())
                .isCloseTo(
                        decisions.stream()
                                .mapToDouble(
                                        decision -> first(decision).action().cost())
                                .sum(),
                        within(1e-6));
        assertThat(point.expectedValue())
                .isCloseTo(
                        decisions.stream()
                                .mapToDouble(
                                        decision -> first(decision).factors().expectedValue())
                                .sum(),
                        within(1e-6));
    }

    private static Outcome.Recommended first(Decision decision) {
        return decision.recommended().get(0);
    }
}
