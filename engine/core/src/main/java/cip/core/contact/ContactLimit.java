package cip.core.contact;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a customer may be contacted: at most so many times in so many days. The days are UTC days, today the last of
 * them. What narrows a limit says both which contacts it counts and which actions it holds back; an empty list narrows nothing.
 *
 * @param id lower-case letters, digits and underscores, unique in its policy
 * @param counts what the number is of
 * @param most contacts that are allowed, 1 or more
 * @param days 1 to {@value #LONGEST_DAYS}
 * @param channels ids
 * @param actions ids
 */
public record ContactLimit(
        String id,
        Counts counts,
        int most,
        int days,
        List<String> channels,
        List<Action.Kind> kinds,
        List<String> actions) {
    /** Beyond which nobody has to remember a contact. */
    public static final int LONGEST_DAYS = 366;

    private static final int MOST_CONTACTS = 1_000;

    /** What a limit counts. */
    public enum Counts {
        /** All contacts that it is about, whatever the action. */
        TOGETHER,
        /** The contacts of each action for itself: most = 1 is a quiet period before the same action comes again. */
        EACH_ACTION
    }

    public ContactLimit {
        channels = List.copyOf(channels);
        kinds = List.copyOf(kinds);
        actions = List.copyOf(actions);
    }

    /** Whether it can hold an action back. */
    public boolean isAbout(Action action) {
        return isAbout(action.id(), action.kind()) && isAbout(action.channel());
    }

    boolean isAbout(String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    boolean isAbout(String action, Action.Kind kind) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (actions.isEmpty() || actions.contains(action));
    }

    /** Every reason why it cannot be used; empty = valid. */
    List<String> problems(ActionCatalogue catalogue) {
        List<String> problems = new ArrayList<>();
        String whose = "The contact limit " + id;
        if (!id.matches("[a-z][a-z0-9_]{0,62}")) {
            problems.add(
                    "The id " + id + " of a contact limit is not made of lower-case letters, digits and underscores,"
                            + " beginning with a letter.");
        }
        if (most < 1 || most > MOST_CONTACTS) {
            problems.add(whose + " allows " + most + " contacts, expected 1 to " + MOST_CONTACTS
                    + ".\nMaybe the action should be eligible for nobody instead.");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            problems.add(whose + " is about " + days + " days, expected 1 to " + LONGEST_DAYS + ".");
        }
        for (String channel : channels) {
            if (catalogue.channel(channel).isEmpty()) {
                problems.add(whose + " names the channel " + channel + ", which the catalogue does not have.");
            }
        }
        for (String action : actions) {
            if (catalogue.action(action).isEmpty()) {
                problems.add(whose + " names the action " + action + ", which the catalogue does not have.");
            }
        }
        return problems;
    }
}
