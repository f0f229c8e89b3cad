package cip.core.contact;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contact limits in English, in the labels of one catalogue. */
public record LimitWords(ActionCatalogue catalogue) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** For example {@code At most 2 contacts by e-mail in 7 days.} */
    public String sentence(ContactLimit limit) {
        String days = limit.days() == 1 ? "in a day" : "in " + limit.days() + " days";
        if (limit.counts() == ContactLimit.Counts.EACH_ACTION) {
            return "The same action at most " + times(limit.most()) + " " + days + scope(limit, ", only") + ".";
        }
        return "At most " + limit.most() + (limit.most() == 1 ? " contact" : " contacts") + scope(limit, "") + " "
                + days + ".";
    }

    /** For example {@code Contacted 3 times by e-mail in the last 7 days, of at most 2; free again on 4 December 2026.} */
    String reached(ContactLimit limit, int contacts, LocalDate freeOn) {
        String whom = limit.counts() == ContactLimit.Counts.EACH_ACTION ? " with this action" : scope(limit, "");
        String days = limit.days() == 1 ? "today" : "in the last " + limit.days() + " days";
        return "Contacted " + times(contacts) + whom + " " + days + ", of at most " + limit.most() + "; free again on "
                + DAY.format(freeOn) + ".";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    private String scope(ContactLimit limit, String before) {
        List<String> parts = new ArrayList<>();
        if (!limit.channels().isEmpty()) {
            parts.add("by "
                    + or(limit.channels().stream()
                            .map(id -> catalogue
                                    .channel(id)
                                    .map(Channel::label)
                                    .map(LimitWords::inside)
                                    .orElse(id))
                            .toList()));
        }
        if (!limit.kinds().isEmpty()) {
            parts.add("for "
                    + or(limit.kinds().stream()
                            .map(kind -> kind == Action.Kind.OFFER
                                    ? "offers"
                                    : kind.name().toLowerCase(Locale.ROOT))
                            .toList()));
        }
        if (!limit.actions().isEmpty()) {
            parts.add("with "
                    + or(limit.actions().stream()
                            .map(id -> catalogue.action(id).map(Action::name).orElse(id))
                            .toList()));
        }
        return parts.isEmpty() ? "" : before + " " + String.join(" ", parts);
    }

    private static String or(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** A label as it stands in mid-sentence: {@code E-mail} becomes {@code e-mail}, {@code SMS} stays. */
    private static String inside(String label) {
        return Optional.of(label)
                .filter(text -> text.length() > 1 && !Character.isUpperCase(text.charAt(1)))
                .map(text -> text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1))
                .orElse(label);
    }
}
