package cip.core.decide;

import cip.core.customer.CustomerId;
import cip.core.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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
        return share > 0 && position(customer) < share;
    }

    /** Where the salted SHA-256 of the id lies between 0 and 1. */
    private double position(CustomerId customer) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] hash = digest.digest(customer.value().getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    }
}
