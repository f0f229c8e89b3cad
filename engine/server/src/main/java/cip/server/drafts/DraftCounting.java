package cip.server.drafts;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.simulate.Reach;
import cip.core.simulate.ReachCounter;
import cip.server.strategies.LiveStrategy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts in a base while a strategy is live, so that what did not change is not counted at every keystroke: for drafts with
 * the models of the base, and for the last ones with others. Thread-safe.
 */
final class DraftCounting {
    /** Bytes of counted conditions that are kept: enough for 500 of them over a million customers each. */
    private static final long MEMORY =
            Math.min(128L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private final LiveStrategy live;
    private final String valueScore;
    private @Nullable AsLive asLive;
    private @Nullable Counter withOthers;

    DraftCounting(LiveStrategy live, String valueScore) {
        this.live = live;
        this.valueScore = valueScore;
    }

    /**
     * What counts in a base, and what the live strategy reaches itself, by id.
     *
     * @param counter of the base as the draft sees it
     */
    record Counting(ReachCounter counter, Decider live, Map<String, Integer> segments, Map<String, Integer> actions) {}

    private record AsLive(CustomerBase decided, Counting counting) {}

    private record Counter(AsLive beside, Map<String, String> models, ReachCounter counter) {}

    /** @param seen whole */
    @SuppressWarnings("ReferenceEquality") // another base is another object
    synchronized Counting of(CustomerBase decided, DraftBases.Seen seen) {
        AsLive now = asLive(decided);
        if (seen.models().isEmpty()) {
            return now.counting();
        }
        Counter other = withOthers;
        if (other == null || other.beside() != now || !other.models().equals(seen.models())) {
            Decider decider = now.counting().live();
            other = new Counter(
                    now,
                    seen.models(),
                    new ReachCounter(seen.base(), decider.baseConditions(), valueScore, MEMORY / 2));
            withOthers = other;
        }
        Counting counting = now.counting();
        return new Counting(other.counter(), counting.live(), counting.segments(), counting.actions());
    }

    @SuppressWarnings("ReferenceEquality") // another base is another object
    private AsLive asLive(CustomerBase decided) {
        Decider decider = live.snapshot().decider();
        AsLive last = asLive;
        if (last != null
                && last.decided() == decided
                && last.counting().live().hash().equals(decider.hash())) {
            return last;
        }
        ReachCounter counter = new ReachCounter(decided, decider.baseConditions(), valueScore, MEMORY);
        Reach reach = counter.of(decider.strategy());
        Map<String, Integer> segments = new HashMap<>();
        reach.segments().forEach(segment -> segments.put(segment.id(), segment.reached()));
        Map<String, Integer> actions = new HashMap<>();
        reach.actions().forEach(action -> actions.put(action.id(), action.suitable()));
        AsLive made = new AsLive(decided, new Counting(counter, decider, segments, actions));
        asLive = made;
        withOthers = null;
        return made;
    }
}
