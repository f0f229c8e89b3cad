package cip.server.audit;

import cip.core.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * How an entry's hash is made: SHA-256 over the hash before it and the fields, each as its number of UTF-8 bytes, a colon
 * and the bytes. The lengths keep text from wandering from one field into the next unnoticed.
 */
final class AuditChain {
    /** The hash before the first entry. */
    static final String START = "0".repeat(64);

    private AuditChain() {}

    static AuditEvent next(
            long sequence, String previousHash, Instant at, String actor, String kind, String subject, String detail) {
        String hash = hash(previousHash, sequence, at, actor, kind, subject, detail);
        return new AuditEvent(sequence, at, actor, kind, subject, detail, hash);
    }

    static boolean follows(AuditEvent event, long previousSequence, String previousHash) {
        return event.sequence() == previousSequence + 1
                && event.hash()
                        .equals(hash(
                                previousHash,
                                event.sequence(),
                                event.at(),
                                event.actor(),
                                event.kind(),
                                event.subject(),
                                event.detail()));
    }

    private static String hash(String previousHash, long sequence, Instant at, String... texts) {
        MessageDigest digest = Sha256.digest();
        update(digest, previousHash);
        update(digest, Long.toString(sequence));
        update(digest, Long.toString(at.toEpochMilli()));
        for (String text : texts) {
            update(digest, text);
        }
        return Sha256.hex(digest);
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
