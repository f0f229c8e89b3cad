package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionCheckTest {
    @Test
    void generatedConditionsAreValid() {
        GeneratedConditions generated = new GeneratedConditions(7);
        for (int i = 0; i < 1_000; i++) {
            assertThat(problems(generated.next())).isEmpty();
        }
    }

    @Test
    void allProblemsAreFoundAtOnce() {
        Condition condition = Condition.all(
                Condition.where("churn_rsk", Operator.AT_LEAST, 0.6),
                Condition.any(
                        Condition.where("region", Operator.EQUALS, "Wset"),
                        Condition.not(Condition.where("consent_email", Operator.EQUALS, "yes"))),
                Condition.where("churn_risk", Operator.AT_LEAST, 60),
                Condition.where("region", Operator.AT_LEAST, 3),
                Condition.any(),
                new Condition.Guardrail("high_valu"),
                Condition.between("age", 30, 18));
        assertThat(problems(condition))
                .containsExactly(
                        new Problem("/all/0", "There is no term \"churn_rsk\".\nMaybe churn_risk was meant."),
                        new Problem(
                                "/all/1/any/0",
                                "The value \"Wset\" is none of those that region can have: [West, South, East, North]."
                                        + "\nMaybe West was meant."),
                        new Problem(
                                "/all/1/any/1/not",
                                "The term consent_email is compared with a text, but it is yes or no."),
                        new Problem(
                                "/all/2",
                                "The value 60 for churn_risk lies outside what it can be, 0 to 1."
                                        + "\nMaybe 0.6 was meant: a probability runs from 0 to 1."),
                        new Problem(
                                "/all/3",
                                "The term region is a text and cannot be compared by AT_LEAST, only by "
                                        + "[EQUALS, NOT_EQUALS, ONE_OF, NOT_ONE_OF, IS_MISSING, IS_PRESENT]."),
                        new Problem("/all/4", "A group of which any condition must hold is empty, so it never holds."),
                        new Problem("/all/5", "There is no guardrail \"high_valu\".\nMaybe high_value was meant."),
                        new Problem("/all/6", "The range [30, 18] for age ends before it begins."));
    }

    @Test
    void requireThrowsOneExceptionForAll() {
        Condition condition = Condition.all(
                Condition.where("nobody_knows_this", Operator.IS_MISSING),
                Condition.where("region", Operator.EQUALS, 3));
        assertThatThrownBy(() -> ConditionCheck.require(condition, GeneratedConditions.VOCABULARY, Set.of()))
                .isInstanceOf(EngineException.class)
                .hasMessage("At /all/0: There is no term \"nobody_knows_this\".\n"
                        + "At /all/1: The term region is compared with a number, but it is a text.");
    }

    @Test
    void deeperThanTwentyLevelsIsRefused() {
        Condition condition = Condition.where("note", Operator.IS_PRESENT);
        for (int i = 1; i < Condition.MAX_DEPTH; i++) {
            condition = Condition.not(condition);
        }
        assertThat(problems(condition)).isEmpty();
        assertThat(problems(Condition.not(condition)))
                .extracting(Problem::message)
                .containsExactly("Conditions are nested 21 levels deep, at most 20 are allowed.");
    }

    @Test
    void moreThanFiveHundredConditionsAreRefused() {
        Condition leaf = Condition.where("note", Operator.IS_PRESENT);
        assertThat(problems(new Condition.All(Collections.nCopies(499, leaf)))).isEmpty();
        assertThat(problems(new Condition.All(Collections.nCopies(500, leaf))))
                .extracting(Problem::message)
                .containsExactly("There are 501 groups and comparisons, at most 500 are allowed.");
    }

    @Test
    void namesOfOtherAlphabetsAreUnknownTerms() {
        for (String name : List.of("ｃｌｖ", "clv\u0000", "clv ", "CLV", "", "a.b", "getClass()")) {
            assertThat(problems(Condition.where(name, Operator.IS_PRESENT)))
                    .as(name)
                    .hasSize(1);
        }
    }

    private static List<Problem> problems(Condition condition) {
        return ConditionCheck.problems(condition, GeneratedConditions.VOCABULARY, Set.of("high_value"));
    }
}
