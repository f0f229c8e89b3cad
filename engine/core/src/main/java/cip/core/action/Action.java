package cip.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What we could do for a customer.
 *
 * @param id lower-case letters, digits and underscores, e.g. {@code win_back_email}
 * @param name as shown, e.g. {@code Win-back e-mail}
 * @param description one sentence the agent can say or the campaign sends
 * @param channel id of the channel it happens on
 * @param priority 1 = ranked before every action of priority 2, and so on; within a priority arbitration ranks
 * @param propensity the probability that the customer accepts, kept within 0..1
 * @param value what an acceptance is worth, in the currency of config.yml
 * @param cost of one contact, in the currency of config.yml
 * @param lever the business's own weight, 1 = none
 * @param validDays how long the recommendation stands
 */
public record Action(
        String id,
        String name,
        String description,
        Kind kind,
        String channel,
        int priority,
        Amount propensity,
        Amount value,
        double cost,
        double lever,
        int validDays) {
    /** What the action is for. */
    public enum Kind {
        /** Sells something. */
        OFFER,
        /** Keeps the customer. */
        RETENTION,
        /** Helps or informs; also allowed for customers in the holdout. */
        SERVICE
    }

    /** The terms that propensity and value grow with. */
    public Set<String> termsUsed() {
        Set<String> terms = new TreeSet<>(propensity.terms());
        terms.addAll(value.terms());
        return terms;
    }

    /** Every reason why this action cannot be used; empty = valid. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!id.matches("[a-z][a-z0-9_]{0,62}")) {
            problems.add("The action id " + id + " is not made of lower-case letters, digits and underscores.");
        }
        if (name.isBlank()) {
            problems.add("The action " + id + " has no name.");
        }
        if (priority < 1) {
            problems.add("The action " + id + " has priority " + priority + ", expected 1 or more.");
        }
        if (!(cost >= 0 && Double.isFinite(cost))) {
            problems.add("The action " + id + " has cost " + cost + ", expected 0 or more.");
        }
        if (!(lever > 0 && Double.isFinite(lever))) {
            problems.add("The action " + id + " has lever " + lever + ", expected more than 0.");
        }
        if (validDays < 1) {
            problems.add("The action " + id + " is valid for " + validDays + " days, expected 1 or more.");
        }
        return problems;
    }
}
