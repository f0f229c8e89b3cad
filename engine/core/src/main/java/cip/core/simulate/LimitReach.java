package cip.core.simulate;

import cip.core.contact.ContactLimit;
import cip.core.contact.ContactRules;
import cip.core.contact.Suppressions;
import cip.core.decide.CustomerBase;
import cip.core.decide.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Customers of a base who have reached a contact limit as of the base: from them it keeps at least one of the actions that it
 * is about, whether or not they would get it otherwise.
 *
 * @param limit of the strategy's contact policy
 */
public record LimitReach(ContactLimit limit, int customers) {
    private static final int PAGE = 65_536;

    /** One for each limit of the strategy, in its order. */
    public static List<LimitReach> of(Strategy strategy, CustomerBase base) {
        ContactRules rules = new ContactRules(strategy.contacts(), strategy.actions());
        List<ContactLimit> limits = strategy.contacts().limits();
        List<int[]> pages = IntStream.range(0, (base.size() + PAGE - 1) / PAGE)
                .parallel()
                .mapToObj(page -> {
                    int to = Math.min(base.size(), (page + 1) * PAGE);
                    Suppressions suppressions =
                            new Suppressions(rules, base.contacts().rows(page * PAGE, to));
                    return limits.stream()
                            .mapToInt(limit -> suppressions
                                    .of(limit, strategy.actions().actions())
                                    .cardinality())
                            .toArray();
                })
                .toList();
        List<LimitReach> reached = new ArrayList<>();
        for (int limit = 0; limit < limits.size(); limit++) {
            int number = limit;
            reached.add(new LimitReach(
                    limits.get(limit),
                    pages.stream().mapToInt(page -> page[number]).sum()));
        }
        return reached;
    }
}
