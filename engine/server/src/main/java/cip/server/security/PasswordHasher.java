package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet asks for. Kept in the PHC string
 * format {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash}. Each hashing takes memory and most of a core, so only two run at
 * once; the others wait in line, for {@value #LONGEST_WAIT_SECONDS} seconds at most.
 */
final class PasswordHasher {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final int SALT_PART = 4;
    private static final int HASH_PART = 5;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    private final Secrets secrets;
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    PasswordHasher(Secrets secrets) {
        this.secrets = secrets;
        this.nobodys = hash(secrets.token());
    }

    /** @throws EngineException when too many hashings are waiting */
    String hash(String password) {
        byte[] salt = secrets.bytes(SALT_BYTES);
        return PREFIX + base64(salt) + "$" + base64(argon2(password, salt));
    }

    /** @throws EngineException when too many hashings are waiting */
    boolean matches(String password, String kept) {
        String[] parts = kept.split("\\$", -1);
        Base64.Decoder decoder = Base64.getDecoder();
        byte[] expected = decoder.decode(parts[HASH_PART]);
        return MessageDigest.isEqual(expected, argon2(password, decoder.decode(parts[SALT_PART])));
    }

    /** Takes as long as {@link #matches} for somebody who exists. */
    void matchesNobody(String password) {
        matches(password, nobodys);
    }

    private byte[] argon2(String password, byte[] salt) {
        waitInLine();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(PASSES)
                    .withParallelism(LANES)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            running.release();
        }
    }

    private void waitInLine() {
        try {
            if (running.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new EngineException(
                ErrorCode.TOO_MANY_REQUESTS,
                "Too many people are signing in at once.\nMaybe try again in a few seconds.");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
