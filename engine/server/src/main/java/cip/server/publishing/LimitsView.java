package cip.server.publishing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a publication may change before a second approver must agree; {@code null} = as much as it likes.
 *
 * @param revision also the ETag; 0 = nobody has set any yet
 * @param segmentChanges share of the customers who get another segment, 0..1
 * @param actionChanges share of the customers who get another first action, 0..1
 * @param valueLoss share by which the expected value of all first actions falls, 0..1
 * @param costIncrease share by which the cost of all first actions grows; 1 = twice as much
 */
public record LimitsView(
        int revision,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String reason,
        @Nullable Double segmentChanges,
        @Nullable Double actionChanges,
        @Nullable Double valueLoss,
        @Nullable Double costIncrease,
        List<ContactLimit> contacts) {
    /** @param increase share by which the customers grow whose first action is on the channel; 1 = twice as many */
    public record ContactLimit(String channel, double increase) {}

    static LimitsView of(LimitsRevision set) {
        List<ContactLimit> contacts = set.limits().contacts().entrySet().stream()
                .map(entry -> new ContactLimit(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> one.channel().compareTo(other.channel()))
                .toList();
        return new LimitsView(
                set.revision(),
                set.changedAt(),
                set.changedBy(),
                set.reason(),
                set.limits().segmentChanges(),
                set.limits().actionChanges(),
                set.limits().valueLoss(),
                set.limits().costIncrease(),
                contacts);
    }
}
