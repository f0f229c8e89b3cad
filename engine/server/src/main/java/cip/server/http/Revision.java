package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The number of a revision as the headers ETag and If-Match have it: {@code "7"}. */
public final class Revision {
    private Revision() {}

    public static EntityTag tag(int revision) {
        return new EntityTag(String.valueOf(revision));
    }

    /** @throws EngineException INVALID_VALUE when the header is missing or names something else */
    public static int required(@Nullable String ifMatch) {
        return optional(ifMatch).orElseThrow(Revision::unreadable);
    }

    /**
     * Empty = the sender does not care.
     *
     * @throws EngineException INVALID_VALUE when the header names something else than a revision
     */
    public static OptionalInt optional(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalInt.empty();
        }
        if (!ifMatch.strip().matches("\"[0-9]{1,9}\"")) {
            throw unreadable();
        }
        return OptionalInt.of(Integer.parseInt(ifMatch.strip().replace("\"", "")));
    }

    private static EngineException unreadable() {
        return new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "The header If-Match must name the revision the change was made on, e.g. \"7\", the ETag of"
                                + " what is changed.")
                .about(HttpHeaders.IF_MATCH);
    }
}
