package cip.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every action of a strategy and the channels they happen on.
 *
 * @param fallback id of the action recommended when no other one is left; it has no conditions and needs no consent
 */
public record ActionCatalogue(List<Channel> channels, List<Action> actions, String fallback) {
    public ActionCatalogue {
        channels = List.copyOf(channels);
        actions = List.copyOf(actions);
    }

    public Optional<Action> action(String id) {
        for (Action action : actions) {
            if (action.id().equals(id)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when the catalogue has no such channel */
    public Channel channelOf(Action action) {
        return channel(action.channel())
                .orElseThrow(() -> new IllegalArgumentException("There is no channel " + action.channel() + "."));
    }

    public Optional<Channel> channel(String id) {
        for (Channel channel : channels) {
            if (channel.id().equals(id)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }

    /** Every reason why one of these actions cannot be used; empty = valid. */
    public List<String> problems(Action action) {
        List<String> problems = new ArrayList<>(action.problems());
        if (actions.stream().filter(a -> a.id().equals(action.id())).count() > 1) {
            problems.add("The action " + action.id() + " occurs twice.");
        }
        if (channel(action.channel()).isEmpty()) {
            problems.add("The action " + action.id() + " names the channel " + action.channel()
                    + ", which the catalogue does not have.");
        }
        return problems;
    }

    /** Why the fallback cannot be used; empty = it can. */
    public Optional<String> fallbackProblem() {
        Optional<Action> named = action(fallback);
        if (named.isEmpty()) {
            return Optional.of("The fallback action " + fallback + " is not in the catalogue.");
        }
        return named.flatMap(action -> channel(action.channel()))
                .flatMap(Channel::consentAttribute)
                .map(consent -> "The fallback action " + fallback + " is on a channel that needs consent.");
    }
}
