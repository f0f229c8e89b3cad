package cip.core.arbitrate;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ranks the actions a customer may get: by priority, then by expected value, then by id so that ties are stable. */
public final class Arbitration {
    private static final Comparator<RankedAction> ORDER = Comparator.comparingInt(
                    (RankedAction ranked) -> ranked.action().priority())
            .thenComparing(
                    Comparator.comparingDouble((RankedAction r) -> r.factors().expectedValue())
                            .reversed())
            .thenComparing(ranked -> ranked.action().id());

    private final ActionCatalogue catalogue;

    public Arbitration(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param term gives the value of a numeric term for this customer, NaN = missing */
    public RankedAction weigh(Action action, ToDoubleFunction<String> term) {
        double propensity = Factors.probability(action.propensity().in(term));
        double weight = catalogue.channelOf(action).weight();
        double value = action.value().in(term);
        return new RankedAction(action, new Factors(propensity, weight, value, action.lever(), action.cost()));
    }

    /** The order in which actions of equal expected value come: by priority, then by id. */
    public static Comparator<Action> tieOrder() {
        return Comparator.comparingInt(Action::priority).thenComparing(Action::id);
    }

    /** The same actions, best first. */
    public List<RankedAction> rank(List<RankedAction> actions) {
        return actions.stream().sorted(ORDER).toList();
    }
}
