package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionSentenceTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY.with(List.of(
            Term.number("loyalty_score", "Loyalty score", "", Term.Origin.FEATURE),
            Term.number("income", "Annual income", "USD per year", Term.Origin.ATTRIBUTE),
            Term.number("recency", "Days since last order", "days", Term.Origin.FEATURE),
            Term.number("tenure", "Tenure", "days", Term.Origin.FEATURE),
            Term.number("fee", "Fee", "CHF", Term.Origin.FEATURE),
            Term.number("clv_rank", "CLV rank", "", Term.Origin.FEATURE)));

    @Test
    void groupsReadLikeEnglish() {
        Condition condition = Condition.all(
                Condition.where("churn_risk", Operator.AT_LEAST, 0.6),
                Condition.where("clv", Operator.AT_LEAST, 1_500),
                Condition.any(
                        Condition.where("loyalty_score", Operator.LESS_THAN, 4.5),
                        Condition.where("region", Operator.ONE_OF, List.of("West", "South"))));
        assertThat(sentence(condition))
                .isEqualTo("Churn risk is at least 60% and lifetime value is at least €1,500"
                        + " and (loyalty score is below 4.5 or region is one of West, South)");
    }

    @Test
    void onlyNestedGroupsOfSeveralGetParentheses() {
        Condition west = Condition.where("region", Operator.EQUALS, "West");
        assertThat(sentence(Condition.all(Condition.any(west)))).isEqualTo("Region is West");
        assertThat(sentence(Condition.not(Condition.any(west, Condition.where("note", Operator.IS_MISSING)))))
                .isEqualTo("Not (region is West or note is missing)");
        assertThat(sentence(Condition.everyone())).isEqualTo("Every customer");
        assertThat(sentence(Condition.any())).isEqualTo("No customer");
        assertThat(sentence(new Condition.Guardrail("high_value"))).isEqualTo("Guardrail high value holds");
    }

    @Test
    void aConditionThatAsksNothingIsLeftUnsaidBesideOthers() {
        Condition west = Condition.where("region", Operator.EQUALS, "West");
        assertThat(sentence(Condition.all(west, Condition.everyone(), Condition.all(Condition.everyone()))))
                .isEqualTo("Region is West");
        assertThat(sentence(Condition.all(Condition.everyone(), Condition.everyone())))
                .isEqualTo("Every customer");
    }

    @Test
    void textsAreShownByTheirLabels() {
        Vocabulary segments = new Vocabulary(List.of(new Term(
                "segment",
                "Segment",
                Term.Type.TEXT,
                "",
                null,
                null,
                List.of("at_risk", "new"),
                Map.of("at_risk", "At-Risk"),
                "",
                Term.Origin.SEGMENT,
                false)));
        assertThat(ConditionSentence.of(
                        Condition.where("segment", Operator.ONE_OF, List.of("at_risk", "new")), segments))
                .isEqualTo("Segment is one of At-Risk, new");
    }

    @Test
    void numbersAreShownInTheirUnitWithEveryDigitThatMatters() {
        assertThat(sentence("churn_risk", 0.6049)).isEqualTo("Churn risk is at least 60.49%");
        assertThat(sentence("churn_risk", 0.07)).isEqualTo("Churn risk is at least 7%");
        assertThat(sentence("churn_risk", 0)).isEqualTo("Churn risk is at least 0%");
        assertThat(sentence("churn_risk", 1)).isEqualTo("Churn risk is at least 100%");
        assertThat(sentence("clv", 1_500.5)).isEqualTo("Lifetime value is at least €1,500.50");
        assertThat(sentence("balance", -1_234_567)).isEqualTo("Balance is at least -€1,234,567");
        assertThat(sentence("income", 50_000)).isEqualTo("Annual income is at least $50,000");
        assertThat(sentence("fee", 20)).isEqualTo("Fee is at least CHF 20");
        assertThat(sentence("recency", 90)).isEqualTo("Days since last order is at least 90");
        assertThat(sentence("tenure", 90)).isEqualTo("Tenure is at least 90 days");
        assertThat(sentence("tenure", 1)).isEqualTo("Tenure is at least 1 day");
        assertThat(sentence("loyalty_score", 1e-9)).isEqualTo("Loyalty score is at least 0.000000001");
        assertThat(sentence(Condition.between("age", 18, 30))).isEqualTo("Age is between 18 years and 30 years");
        assertThat(sentence(Condition.where("consent_email", Operator.EQUALS, false)))
                .isEqualTo("E-mail consent is no");
    }

    @Test
    void acronymsKeepTheirCapitals() {
        Condition condition = Condition.all(
                Condition.where("consent_email", Operator.EQUALS, true),
                Condition.where("clv_rank", Operator.AT_MOST, 3));
        assertThat(sentence(condition)).isEqualTo("E-mail consent is yes and CLV rank is at most 3");
    }

    @Test
    void typedTextCannotPretendToBePartOfTheSentence() {
        assertThat(sentence(Condition.where("note", Operator.EQUALS, "x or churn risk is at least 0%, y")))
                .isEqualTo("Note is “x or churn risk is at least 0%, y”");
        assertThat(sentence(Condition.where("note", Operator.EQUALS, "\u202egnp.exe")))
                .isEqualTo("Note is “[U+202E]gnp.exe”");
        assertThat(sentence(Condition.where("note", Operator.EQUALS, ""))).isEqualTo("Note is “”");
        assertThat(sentence(Condition.where("note", Operator.EQUALS, "x".repeat(500))))
                .isEqualTo("Note is “" + "x".repeat(80) + "…”");
    }

    @Test
    void everyGeneratedConditionHasASentence() {
        GeneratedConditions generated = new GeneratedConditions(3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(sentence(generated.next())).isNotBlank().doesNotContain("unknown", "null", "NaN");
        }
    }

    private static String sentence(String term, double value) {
        return sentence(Condition.where(term, Operator.AT_LEAST, value));
    }

    private static String sentence(Condition condition) {
        return ConditionSentence.of(condition, VOCABULARY);
    }
}
