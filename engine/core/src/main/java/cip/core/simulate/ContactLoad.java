package cip.core.simulate;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.decide.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the first actions of a simulation cost and by which channels they go, each under the catalogue of its own strategy.
 * Counted from the exact transitions, so simulations of any age have it.
 *
 * @param costBefore sum of the costs of all first actions, in the currency; already taken off their expected values
 * @param costAfter the same under the strategy after
 * @param contactedBefore customers whose first action is another than the fallback
 * @param contactedAfter the same under the strategy after
 * @param suppressedBefore customers from whom the contact policy keeps an action that they would get otherwise
 * @param suppressedAfter the same under the strategy after
 * @param channels that anybody has a first action on, in the order of the strategy after, then those only the strategy before has
 */
public record ContactLoad(
        double costBefore,
        double costAfter,
        long contactedBefore,
        long contactedAfter,
        long suppressedBefore,
        long suppressedAfter,
        List<ByChannel> channels) {
    public ContactLoad {
        channels = List.copyOf(channels);
    }

    /**
     * Customers whose first action goes by a channel, the fallback included.
     *
     * @param channel its id
     * @param isNew whether the strategy before has no such channel
     */
    public record ByChannel(String channel, String label, long before, long after, boolean isNew) {}

    /** @param counts of simulating the two strategies */
    public static ContactLoad of(Simulation counts, Strategy before, Strategy after) {
        Side now = Side.of(counts, before.actions(), Transitions.Cell::from);
        Side then = Side.of(counts, after.actions(), Transitions.Cell::to);
        List<ByChannel> channels = Stream.concat(
                        after.actions().channels().stream(), before.actions().channels().stream())
                .map(Channel::id)
                .distinct()
                .map(id -> new ByChannel(
                        id,
                        label(id, after.actions(), before.actions()),
                        now.customers(id),
                        then.customers(id),
                        before.actions().channel(id).isEmpty()))
                .filter(channel -> channel.before() > 0 || channel.after() > 0)
                .toList();
        return new ContactLoad(
                now.cost,
                then.cost,
                now.contacted,
                then.contacted,
                counts.suppressedBefore(),
                counts.suppressedAfter(),
                channels);
    }

    private static String label(String channel, ActionCatalogue after, ActionCatalogue before) {
        return after.channel(channel)
                .or(() -> before.channel(channel))
                .map(Channel::label)
                .orElse(channel);
    }

    private record Side(double cost, long contacted, Map<String, Long> channels) {
        static Side of(Simulation counts, ActionCatalogue catalogue, Function<Transitions.Cell, String> side) {
            double cost = 0;
            long contacted = 0;
            Map<String, Long> channels = new TreeMap<>();
            for (Transitions.Cell cell : counts.actions().cells()) {
                String id = side.apply(cell);
                Action action = catalogue.action(id).orElse(null);
                if (action != null) {
                    cost += cell.customers() * action.cost();
                    contacted += id.equals(catalogue.fallback()) ? 0 : cell.customers();
                    channels.merge(action.channel(), cell.customers(), Long::sum);
                }
            }
            return new Side(cost, contacted, channels);
        }

        long customers(String channel) {
            return Objects.requireNonNullElse(channels.get(channel), 0L);
        }
    }
}
