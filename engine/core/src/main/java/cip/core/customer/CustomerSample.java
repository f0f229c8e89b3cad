package cip.core.customer;

import cip.core.hash.Sha256;

/**
 * One in so many customers, chosen by a hash of their ids alone: always the same ones.
 *
 * @param salt another salt chooses others
 * @param oneIn 1 = everybody
 */
public record CustomerSample(String salt, long oneIn) {
    private static final int DIGITS = 6;

    public CustomerSample {
        if (oneIn < 1) {
            throw new IllegalArgumentException("One in " + oneIn + " customers cannot be chosen, expected 1 or more.");
        }
    }

    public boolean has(CustomerId customer) {
        String hash = Sha256.hex(salt + customer.value());
        return Integer.parseInt(hash.substring(0, DIGITS), 16) % oneIn == 0;
    }
}
