package cip.server.models;

import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.server.models.ModelEvidence.Figure;
import cip.server.models.ModelEvidence.Finding;
import cip.server.models.Promotion.Belief;
import cip.spi.Evidence.Finding.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of a card may be believed. They prove nothing when the target can be computed, when the model reads what
 * gives it away or what was measured to know the future, or when a leak in time is suspected and the card promises clearly more
 * than the recipe reaches later. Another suspicion leaves them in doubt; what gives the target away and was left out does not.
 *
 * @param doubts the sentences of the card that say so; empty = believed
 */
record CardBelief(Belief belief, List<String> doubts) {
    private static final Set<Kind> GRAVE = Set.of(Kind.GIVEAWAY, Kind.COMPUTABLE_TARGET, Kind.TIME_LEAK);
    private static final Set<String> MORE_IS_BETTER = Set.of("r2", "auc", "f1", "precision", "recall");
    private static final Set<String> LESS_IS_BETTER = Set.of("rmse", "mae", "brier", "logLoss", "deviance");

    CardBelief {
        doubts = List.copyOf(doubts);
    }

    static CardBelief in(ModelCard card) {
        Set<String> read = card.inputs().stream().map(ModelCard.Input::name).collect(Collectors.toSet());
        boolean promisesTooMuch = promisesTooMuch(card);
        List<String> proven = card.evidence().findings().stream()
                .filter(finding -> provesNothing(finding, read, promisesTooMuch))
                .map(Finding::text)
                .toList();
        if (!proven.isEmpty()) {
            return new CardBelief(Belief.NOT_BELIEVED, proven);
        }
        List<String> suspected = card.evidence().findings().stream()
                .filter(finding -> GRAVE.contains(finding.kind()) && finding.kind() != Kind.GIVEAWAY)
                .map(Finding::text)
                .toList();
        return new CardBelief(suspected.isEmpty() ? Belief.BELIEVED : Belief.IN_DOUBT, suspected);
    }

    private static boolean provesNothing(Finding finding, Set<String> read, boolean promisesTooMuch) {
        boolean reads = !Collections.disjoint(finding.features(), read);
        return switch (finding.kind()) {
            case COMPUTABLE_TARGET -> true;
            case GIVEAWAY -> reads;
            case TIME_LEAK -> promisesTooMuch || (reads && finding.measured());
            default -> false;
        };
    }

    /** Whether a figure of the card is clearly better than what the recipe does later, and the recipe itself does not fall. */
    private static boolean promisesTooMuch(ModelCard card) {
        List<Figure> earlier = card.evidence().figures(Role.AT_CUT);
        return card.evidence().figures(Role.LATER).stream()
                .anyMatch(then -> isClearlyWorse(then, ofCard(card, then.name()))
                        && !isClearlyWorse(then, named(earlier, then.name())));
    }

    private static @Nullable Figure ofCard(ModelCard card, String name) {
        return card.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .map(metric ->
                        new Figure(metric.name(), metric.value(), metric.baseline(), metric.low(), metric.high()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Figure named(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether the later figure lies wholly on the bad side of the one before. */
    private static boolean isClearlyWorse(Figure then, @Nullable Figure before) {
        if (before == null || before.value() == null || then.value() == null) {
            return false;
        }
        return (MORE_IS_BETTER.contains(then.name()) && end(then, true) < end(before, false))
                || (LESS_IS_BETTER.contains(then.name()) && end(then, false) > end(before, true));
    }

    private static double end(Figure figure, boolean upper) {
        Double end = upper ? figure.high() : figure.low();
        Double value = figure.value();
        return end != null ? end : value != null ? value : Double.NaN;
    }
}
