package cip.server.security;

import cip.core.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens of 256 bits, and the hash under which they are kept: strong enough without salt or stretching. */
final class Secrets {
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    static String hash(String token) {
        return Sha256.hex(token);
    }
}
