package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.Operator;
import cip.core.rule.Term;
import cip.core.simulate.Interest;
import cip.core.simulate.RulePlace;
import cip.core.simulate.ThresholdCurve;
import cip.core.simulate.ThresholdCurves;
import cip.server.http.Caller;
import cip.server.models.ModelCard;
import cip.server.models.ThresholdQuality;
import cip.server.strategies.LiveStrategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What every threshold of a draft would come to, over the base in memory. Thread-safe. */
final class DraftThresholds {
    private final AskedDrafts drafts;
    private final LiveStrategy live;
    private final CustomerSchema schema;
    private final String valueScore;
    private final DraftPrivacy privacy;
    private final Function<String, Optional<ModelCard>> cards;

    /** @param cards of models by hash */
    DraftThresholds(
            AskedDrafts drafts,
            LiveStrategy live,
            CustomerSchema schema,
            String valueScore,
            DraftPrivacy privacy,
            Function<String, Optional<ModelCard>> cards) {
        this.drafts = drafts;
        this.live = live;
        this.schema = schema;
        this.valueScore = valueScore;
        this.privacy = privacy;
        this.cards = cards;
    }

    /**
     * What every threshold of a comparison would come to; nothing while there are problems.
     *
     * @param place of the comparison, see {@link RulePlace}
     * @throws EngineException as {@link DraftEffects#of}; INVALID_VALUE when no comparison with a threshold stands there
     */
    DraftDistribution of(DraftDocument document, StrategyHash basedOn, String place, Caller caller, Interest interest) {
        AskedDrafts.Asked asked = drafts.of(document, basedOn, caller);
        CustomerBase customers = asked.decided();
        if (asked.countable().isEmpty()) {
            return new DraftDistribution(
                    customers.asOf(),
                    customers.size(),
                    asked.checked().problems(),
                    asked.seen().scoring(),
                    null);
        }
        Strategy strategy = asked.countable().get();
        RulePlace found = RulePlace.parse(place).orElseThrow(() -> noThreshold(place));
        Condition comparison =
                found.condition(strategy).filter(ThresholdCurves::hasThreshold).orElseThrow(() -> noThreshold(place));
        privacy.requireShown(comparison, strategy, caller);
        Term term = StrategyVocabulary.of(strategy, schema)
                .term(comparison.terms().iterator().next())
                .filter(known -> known.origin() != Term.Origin.TABLE)
                .orElseThrow(() -> noThreshold(place));
        ThresholdCurve values = new ThresholdCurves(
                        strategy, asked.seen().base(), live.snapshot().decider().baseConditions(), valueScore)
                .of(found, term, interest);
        return new DraftDistribution(
                customers.asOf(),
                customers.size(),
                List.of(),
                List.of(),
                DraftDistribution.ThresholdDistribution.of(
                        (Condition.Comparison) comparison, term, values, quality(strategy, (Condition.Comparison)
                                comparison)));
    }

    private Optional<ThresholdQuality> quality(Strategy strategy, Condition.Comparison comparison) {
        boolean above = comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.GREATER_THAN;
        return strategy.models().stream()
                .filter(model -> model.score().equals(comparison.term()))
                .findFirst()
                .flatMap(model -> cards.apply(model.hash()))
                .flatMap(card -> ThresholdQuality.of(card, above));
    }

    private static EngineException noThreshold(String place) {
        return new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "At the place " + place
                                + " there is no threshold to move, expected a comparison of a number that"
                                + " customers have with one other number."
                                + "\nMaybe name the comparison itself, e.g. segments/at_risk/when/all/1.")
                .about("place");
    }
}
