package cip.core.decide;

import cip.core.customer.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy decides for whom: a champion, and maybe a challenger for a share of the customers. Everything that decides,
 * counts or tells who was decided by what asks here, so that a customer has one strategy everywhere.
 *
 * @param challenger {@code null} = the champion decides for everybody
 */
public record StrategySplit(StrategyHash champion, @Nullable ChallengerShare challenger) {
    public StrategySplit {
        if (challenger != null && challenger.strategy().equals(champion)) {
            throw new IllegalArgumentException("The challenger is the champion, strategy " + champion + ".");
        }
    }

    /** One strategy for everybody. */
    public static StrategySplit of(StrategyHash champion) {
        return new StrategySplit(champion, null);
    }

    /** Empty when the champion decides for everybody. */
    public Optional<ChallengerShare> challenged() {
        return Optional.ofNullable(challenger);
    }

    /** The champion first. */
    public List<StrategyHash> strategies() {
        return challenger == null ? List.of(champion) : List.of(champion, challenger.strategy());
    }

    public StrategyHash strategyOf(CustomerId customer) {
        return challenger != null && challenger.has(customer) ? challenger.strategy() : champion;
    }

    /** Empty when there is no challenger. */
    public Optional<Arm> armOf(CustomerId customer) {
        return challenged().map(share -> share.has(customer) ? Arm.CHALLENGER : Arm.CHAMPION);
    }
}
