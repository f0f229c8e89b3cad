package cip.core.decide;

import cip.core.customer.CustomerId;

/**
 * The customers left untouched to measure lift. Sticky: the same salt always holds out the same customers, and a larger
 * share holds out all of a smaller one.
 *
 * @param share of the base, 0..1
 */
public record Holdout(String salt, double share) {
    public Holdout {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The holdout share is " + share + ", expected 0 to 1.");
        }
    }

    public boolean holds(CustomerId customer) {
        return share > 0 && SaltedHash.position(salt, customer) < share;
    }
}
