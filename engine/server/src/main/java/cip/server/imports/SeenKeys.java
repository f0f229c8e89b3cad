package cip.server.imports;

import cip.core.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The keys met in one file, each with two numbers of the caller's.
 *
 * <p>Keeps 16 bytes a key whatever its length: the first 64 bits of its SHA-256 and the two numbers, in an open table.
 * Two different keys look alike with a probability of about n² / 2⁶⁵, one in thirty million files of a million rows.
 */
final class SeenKeys {
    private static final int SMALLEST = 1 << 10;
    private static final long EMPTY = 0;

    private final MessageDigest digest;
    private long[] fingerprints = new long[SMALLEST];
    private long[] numbers = new long[SMALLEST];
    private int size;
    private int slot;

    SeenKeys() {
        digest = Sha256.digest();
    }

    /** Looks a key up and enters it with both numbers when it is new; true = it was met before. */
    boolean meet(String key, int first, int second) {
        long fingerprint = fingerprint(key);
        slot = slot(fingerprint);
        if (fingerprints[slot] != EMPTY) {
            return true;
        }
        if (size >= fingerprints.length / 4 * 3) {
            grow();
            slot = slot(fingerprint);
        }
        fingerprints[slot] = fingerprint;
        numbers[slot] = (long) first << 32 | second & 0xFFFF_FFFFL;
        size++;
        return false;
    }

    /** The first number of the key met last. */
    int first() {
        return (int) (numbers[slot] >>> 32);
    }

    /** The second number of the key met last. */
    int second() {
        return (int) numbers[slot];
    }

    /** How often the key was met, this time included. */
    int count(String key) {
        if (meet(key, 1, 0)) {
            numbers[slot] += 1L << 32;
        }
        return first();
    }

    private long fingerprint(String key) {
        byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        long fingerprint = ByteBuffer.wrap(hash).getLong();
        return fingerprint == EMPTY ? 1 : fingerprint;
    }

    private int slot(long fingerprint) {
        int mask = fingerprints.length - 1;
        int found = (int) fingerprint & mask;
        while (fingerprints[found] != EMPTY && fingerprints[found] != fingerprint) {
            found = found + 1 & mask;
        }
        return found;
    }

    private void grow() {
        long[] oldFingerprints = fingerprints;
        long[] oldNumbers = numbers;
        fingerprints = new long[oldFingerprints.length * 2];
        numbers = new long[fingerprints.length];
        for (int i = 0; i < oldFingerprints.length; i++) {
            if (oldFingerprints[i] != EMPTY) {
                int to = slot(oldFingerprints[i]);
                fingerprints[to] = oldFingerprints[i];
                numbers[to] = oldNumbers[i];
            }
        }
    }
}
