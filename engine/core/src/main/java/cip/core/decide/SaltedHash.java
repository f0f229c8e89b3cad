package cip.core.decide;

import cip.core.customer.CustomerId;
import cip.core.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Puts customers between 0 and 1, evenly, always at the same place under one salt and independently under another. */
final class SaltedHash {
    private SaltedHash() {}

    /** Where the salted SHA-256 of the id lies, from 0 to below 1. */
    static double position(String salt, CustomerId customer) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] hash = digest.digest(customer.value().getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    }
}
