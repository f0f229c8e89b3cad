package cip.core.contact;

import cip.core.action.ActionCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often customers may be contacted. An action that a limit forbids is suppressed; the fallback is never, because
 * something always stands in.
 *
 * @param exempt ids of actions that no limit holds back and none counts, e.g. an order confirmation
 */
public record ContactPolicy(List<ContactLimit> limits, List<String> exempt) {
    private static final int MOST_LIMITS = 50;
    private static final ContactPolicy NONE = new ContactPolicy(List.of(), List.of());

    public ContactPolicy {
        limits = List.copyOf(limits);
        exempt = List.copyOf(exempt);
    }

    /** Everybody may be contacted at any time. */
    public static ContactPolicy none() {
        return NONE;
    }

    public boolean isEmpty() {
        return limits.isEmpty() && exempt.isEmpty();
    }

    public Optional<ContactLimit> limit(String id) {
        return limits.stream().filter(limit -> limit.id().equals(id)).findFirst();
    }

    /** Every reason why a limit cannot be used; empty = it can. */
    public List<String> problems(ContactLimit limit, ActionCatalogue catalogue) {
        List<String> problems = new ArrayList<>(limit.problems(catalogue));
        if (limits.stream().filter(other -> other.id().equals(limit.id())).count() > 1) {
            problems.add("Two contact limits have the id " + limit.id() + ".");
        }
        return problems;
    }

    /** Every reason why the policy as a whole cannot be used, whatever its limits; empty = it can. */
    public List<String> problems(ActionCatalogue catalogue) {
        List<String> problems = new ArrayList<>();
        if (limits.size() > MOST_LIMITS) {
            problems.add("There are " + limits.size() + " contact limits, at most " + MOST_LIMITS + " are allowed.");
        }
        Set<String> named = new HashSet<>();
        for (String action : exempt) {
            if (catalogue.action(action).isEmpty()) {
                problems.add("The action " + action + ", exempt from the contact policy, is not in the catalogue.");
            } else if (!named.add(action)) {
                problems.add("The action " + action + " is exempt from the contact policy twice.");
            }
        }
        return problems;
    }
}
