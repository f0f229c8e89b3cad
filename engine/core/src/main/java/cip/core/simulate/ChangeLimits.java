package cip.core.simulate;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much another strategy may change before it is looked at twice; {@code null} = as much as it likes.
 *
 * @param segmentChanges share of the customers who get another segment, 0..1
 * @param actionChanges share of the customers who get another first action, 0..1
 * @param valueLoss share by which the expected value of all first actions falls, 0..1
 * @param costIncrease share by which the cost of all first actions grows; 1 = twice as much
 * @param contacts by channel id: share by which the customers grow whose first action is on it
 */
public record ChangeLimits(
        @Nullable Double segmentChanges,
        @Nullable Double actionChanges,
        @Nullable Double valueLoss,
        @Nullable Double costIncrease,
        Map<String, Double> contacts) {
    public ChangeLimits {
        contacts = Map.copyOf(contacts);
    }

    public static ChangeLimits none() {
        return new ChangeLimits(null, null, null, null, Map.of());
    }

    /** Of each limit the lower one. */
    public ChangeLimits and(ChangeLimits other) {
        Map<String, Double> lower = new TreeMap<>(contacts);
        other.contacts.forEach((channel, limit) -> lower.merge(channel, limit, Math::min));
        return new ChangeLimits(
                lower(segmentChanges, other.segmentChanges),
                lower(actionChanges, other.actionChanges),
                lower(valueLoss, other.valueLoss),
                lower(costIncrease, other.costIncrease),
                lower);
    }

    /** The channels that are limited, in their order. */
    TreeSet<String> channels() {
        return new TreeSet<>(contacts.keySet());
    }

    private static @Nullable Double lower(@Nullable Double one, @Nullable Double other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : (Double) Math.min(one, other);
    }
}
