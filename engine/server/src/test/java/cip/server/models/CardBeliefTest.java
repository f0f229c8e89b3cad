package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.models.ModelCard.Origin;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.server.models.ModelEvidence.Figure;
import cip.server.models.ModelEvidence.Finding;
import cip.server.models.Promotion.Belief;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One rule says whether the figures of a card prove anything, and whether a victory of theirs counts. */
class CardBeliefTest {
    @Test
    void withoutFindingsFiguresAreBelieved() {
        assertThat(CardBelief.in(card(List.of()))).isEqualTo(new CardBelief(Belief.BELIEVED, List.of()));
    }

    @Test
    void whatGivesTheTargetAwayCountsOnlyIfTheModelReadsIt() {
        assertThat(belief(finding(Kind.GIVEAWAY, "Tells all. It was kept.", "points")))
                .isEqualTo(Belief.NOT_BELIEVED);
        assertThat(belief(finding(Kind.GIVEAWAY, "Tells all. It was left out.", "another")))
                .isEqualTo(Belief.BELIEVED);
    }

    @Test
    void aTargetThatCanBeComputedProvesNothingAndWinsNothing() {
        ModelCard card = card(List.of(finding(Kind.COMPUTABLE_TARGET, "It is a function of its inputs.")));

        assertThat(CardBelief.in(card).belief()).isEqualTo(Belief.NOT_BELIEVED);
        Promotion promotion = Promotion.notTested().asBelieved(card);
        assertThat(promotion.mayBePromoted()).isFalse();
        assertThat(promotion.belief()).isEqualTo(Belief.NOT_BELIEVED);
        assertThat(promotion.doubts()).containsExactly("It is a function of its inputs.");
        assertThat(promotion.text()).endsWith("But its figures are in doubt: It is a function of its inputs.");
    }

    @Test
    void aSuspectedLeakLeavesFiguresInDoubtAndAMeasuredOneProvesThemWrong() {
        ModelCard suspected = card(List.of(finding(Kind.TIME_LEAK, "It may know the future.", "points")));

        assertThat(CardBelief.in(suspected).belief()).isEqualTo(Belief.IN_DOUBT);
        assertThat(Promotion.notTested().asBelieved(suspected).mayBePromoted()).isTrue();
        assertThat(belief(new Finding(Kind.TIME_LEAK, "AUC is better.", List.of("points"), true)))
                .isEqualTo(Belief.NOT_BELIEVED);
    }

    @Test
    void aSuspectedLeakIsProvenByACardThatPromisesMoreThanComesLater() {
        Finding leak = finding(Kind.TIME_LEAK, "It may know the future.", "points");

        assertThat(CardBelief.in(card(List.of(leak), figure(0.75, 0.80))).belief())
                .isEqualTo(Belief.NOT_BELIEVED);
        assertThat(CardBelief.in(card(List.of(leak), figure(0.85, 0.92))).belief())
                .isEqualTo(Belief.IN_DOUBT);
    }

    private static Belief belief(Finding finding) {
        return CardBelief.in(card(List.of(finding))).belief();
    }

    private static Finding finding(Kind kind, String text, String... features) {
        return new Finding(kind, text, List.of(features), false);
    }

    private static Figure figure(double low, double high) {
        return new Figure("auc", (low + high) / 2, 0.5, low, high);
    }

    /** Of a model that reads the attribute points and promises an AUC of 0.88 to 0.92. */
    private static ModelCard card(List<Finding> findings, Figure... later) {
        List<ModelEvidence.Table> tables = later.length == 0
                ? List.of()
                : List.of(new ModelEvidence.Table(
                        OutOfTime.TABLE,
                        "",
                        List.of(
                                new ComparedRow("before", List.of(later), "", Role.AT_CUT),
                                new ComparedRow("then", List.of(later), "", Role.LATER))));
        return new ModelCard(
                "churn_risk",
                "1",
                "Churn risk",
                "",
                ScoreOutput.Kind.PROBABILITY,
                "",
                "0".repeat(64),
                "boosting",
                Map.of(),
                0,
                new ModelCard.Data("made up", Origin.SYNTHETIC, false, "", "", 12, 0, 0, ""),
                "",
                List.of(new ModelCard.Metric("auc", 0.9, 0.5, 0.88, 0.92)),
                List.of(),
                List.of(new ModelCard.Input(
                        "points", FeatureInput.Type.NUMBER, 1, new ReferenceDistribution(0, List.of(), Map.of()))),
                new ReferenceDistribution(0, List.of(), Map.of()),
                new ModelEvidence(findings, tables, List.of()));
    }
}
