package cip.server.drafts;

import cip.core.contact.LimitWords;
import cip.core.decide.CustomerBase;
import cip.core.decide.Strategy;
import cip.core.simulate.LimitReach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts who has reached the contact limits of a draft, beside what is live. */
final class LimitEffects {
    private LimitEffects() {}

    /** One for each limit of the draft, in its order. */
    static List<DraftEffect.LimitEffect> of(Strategy draft, Strategy live, CustomerBase base) {
        LimitWords words = new LimitWords(draft.actions());
        Map<String, Integer> now = new HashMap<>();
        LimitReach.of(live, base).forEach(reach -> now.put(reach.limit().id(), reach.customers()));
        return LimitReach.of(draft, base).stream()
                .map(reach -> new DraftEffect.LimitEffect(
                        reach.limit().id(),
                        words.sentence(reach.limit()),
                        reach.customers(),
                        now.get(reach.limit().id())))
                .toList();
    }
}
