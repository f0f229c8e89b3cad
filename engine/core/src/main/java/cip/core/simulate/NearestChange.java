package cip.core.simulate;

import cip.core.customer.Attribute;
import cip.core.decide.Decision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would have to be different about a customer.
 *
 * @param steps one or two, of different attributes
 * @param share of the base's customers who lie between now and then, all steps added up: how far it is, 0 to 2
 * @param decision about the customer so changed
 */
public record NearestChange(List<Step> steps, double share, Decision decision) {
    public NearestChange {
        steps = List.copyOf(steps);
    }

    /**
     * @param from {@code null} = missing
     * @param to in the attribute's type
     */
    public record Step(Attribute attribute, @Nullable Object from, Object to) {
        public Optional<Object> now() {
            return Optional.ofNullable(from);
        }
    }
}
