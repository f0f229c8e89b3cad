package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.SmallStrategy;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.BaseConditions;
import cip.core.rule.ConditionColumns;
import cip.core.rule.ProvenConditions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Counts that nobody waits for any more end before they are done. */
class InterestTest {
    private static final Decider LIVE = SmallStrategy.decider();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Interest interest = gone::get;

    @Test
    void aCountEndsAfterTheConditionsItWasAtWhenSomebodyAskedAnew() {
        ReachCounter counter = new ReachCounter(BASE, whoseFirstQuestionIsOvertaken(), "clv", 10_000_000);

        assertThatThrownBy(() -> counter.of(LIVE.strategy(), interest))
                .isInstanceOfSatisfying(
                        EngineException.class, ended -> assertThat(ended.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(asked).as("the segments").hasValue(1);

        assertThat(counter.of(LIVE.strategy()))
                .isEqualTo(Reach.of(LIVE.strategy(), BASE, LIVE.baseConditions(), "clv"));
        assertThat(asked).as("the actions, which had been left").hasValue(2);
    }

    @Test
    void thePictureOfAThresholdEndsToo() {
        gone.set(true);
        ThresholdCurves curves = new ThresholdCurves(LIVE.strategy(), BASE, whoseFirstQuestionIsOvertaken(), "clv");

        assertThatThrownBy(() -> curves.of(
                        RulePlace.parse("segments/valuable/when").orElseThrow(),
                        LIVE.vocabulary().term("clv").orElseThrow(),
                        interest))
                .hasMessageStartingWith("A later question");
        assertThat(asked).hasValue(0);
    }

    private BaseConditions whoseFirstQuestionIsOvertaken() {
        return BaseConditions.prove(
                LIVE.vocabulary(),
                LIVE.guardrails(),
                List.of(),
                (conditions, terms, guardrails) -> {
                    asked.incrementAndGet();
                    gone.set(true);
                    return ConditionColumns.matching(conditions, terms, guardrails);
                },
                1,
                new ProvenConditions());
    }
}
