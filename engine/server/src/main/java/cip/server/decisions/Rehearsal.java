package cip.server.decisions;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import cip.server.http.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets this process ask itself for decisions over HTTP before it is ready, as nobody: by a word that is made at random, is
 * written nowhere, is good for no route but the one for single decisions, and there for no customer but one brought along,
 * of whom the asker knows all there is. It ends with the warm-up. Thread-safe.
 */
final class Rehearsal {
    static final String HEADER = "X-Rehearsal";

    private static final Caller NOBODY = new Caller("rehearsal:nobody", "nobody", Set.of(Role.AGENT));
    private static final int BYTES = 32;

    private volatile @Nullable String word;

    /** @return the word, good until {@link #end} */
    String begin() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        word = made;
        return made;
    }

    void end() {
        word = null;
    }

    /** @param header of a request, by name @return nobody, when it bears the word; empty = it is no rehearsal */
    Optional<Caller> caller(Function<String, @Nullable String> header) {
        String expected = word;
        if (expected == null) {
            return Optional.empty();
        }
        String found = header.apply(HEADER);
        return found != null && MessageDigest.isEqual(bytes(found), bytes(expected))
                ? Optional.of(NOBODY)
                : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws EngineException NOT_ALLOWED when nobody asks about a customer of the base */
    static void require(Caller caller, DecisionRequest request) {
        if (caller.equals(NOBODY) && request.customer() == null) {
            throw new EngineException(ErrorCode.NOT_ALLOWED, "A rehearsal is about customers who do not exist.");
        }
    }

    static Caller nobody() {
        return NOBODY;
    }
}
