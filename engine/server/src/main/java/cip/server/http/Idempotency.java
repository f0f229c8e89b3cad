package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.server.store.Database;
import cip.server.store.Work;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lets a sender who got no answer send again without making the thing twice. The header {@value #HEADER} names the
 * request; key, effect and answer are kept in one transaction, and the same key from the same caller on the same route
 * gets the same answer for seven days. Two requests with the same key at the same time: the second waits for the first.
 */
public final class Idempotency {
    public static final String HEADER = "Idempotency-Key";

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final ObjectMapper json;
    private final IdempotencyStore store = new IdempotencyStore();

    public Idempotency(Database database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Runs the work in a transaction, unless this key has its answer already.
     *
     * @param key of the header; {@code null} = the sender does not care, the work runs
     * @param route for example {@code POST /audiences}
     * @param body of the request; the same key with another body is refused
     * @throws EngineException IDEMPOTENCY_KEY_REUSED, or whatever the work throws: then the key is free again
     */
    public Response once(@Nullable String key, Caller caller, String route, Object body, Work<Made> work) {
        Attempt attempt = attempt(key, caller, route, body);
        Optional<Response> answered = attempt.answered();
        if (answered.isPresent()) {
            return answered.get();
        }
        try {
            return response(database.write(handle -> {
                attempt.take(handle);
                Made made = work.with(handle);
                attempt.write(handle, made);
                return made;
            }));
        } catch (KeyTaken byAnother) {
            return attempt.answered()
                    .orElseThrow(() -> new EngineException(
                            ErrorCode.CONFLICT,
                            "The request under this key failed a moment ago.\nMaybe send it again."));
        }
    }

    /**
     * A request whose effect has a transaction of its own, or whose work is dear before there is one: ask {@link
     * Attempt#answered} first.
     *
     * @param key of the header; {@code null} = the sender does not care
     * @param route for example {@code POST /audiences}
     * @param body of the request; the same key with another body is refused
     */
    public Attempt attempt(@Nullable String key, Caller caller, String route, Object body) {
        if (key == null) {
            return new Attempt(null);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The header " + HEADER + " has " + key.length() + " characters, expected 1 to "
                                    + LONGEST_KEY + ".")
                    .about(HEADER);
        }
        return new Attempt(new IdempotencyStore.Request(caller.name(), route, key, Sha256.hex(written(body))));
    }

    /** One sending of a request. */
    public final class Attempt {
        private final IdempotencyStore.@Nullable Request request;

        private Attempt(IdempotencyStore.@Nullable Request request) {
            this.request = request;
        }

        /**
         * What was answered under this key; empty = nothing yet.
         *
         * @throws EngineException IDEMPOTENCY_KEY_REUSED when it was used for another body
         */
        public Optional<Response> answered() {
            IdempotencyStore.Request asked = request;
            if (asked == null) {
                return Optional.empty();
            }
            return database.read(handle -> store.find(handle, asked)).map(kept -> again(kept, asked));
        }

        /**
         * Keeps the answer in the transaction of its effect.
         *
         * @throws EngineException CONFLICT when the same request is being answered right now
         */
        public void keep(Handle handle, Made made) {
            try {
                take(handle);
            } catch (KeyTaken byAnother) {
                throw new EngineException(
                        ErrorCode.CONFLICT,
                        "The request under this key is being answered already.\nMaybe send it again in a moment.");
            }
            write(handle, made);
        }

        /** Other senders of the key wait from here on. */
        private void take(Handle handle) {
            if (request != null && !store.take(handle, request, clock.instant())) {
                throw new KeyTaken();
            }
        }

        private void write(Handle handle, Made made) {
            if (request != null) {
                store.keep(
                        handle,
                        request,
                        made.status(),
                        made.location(),
                        new String(written(made.kept()), StandardCharsets.UTF_8));
            }
        }
    }

    private static Response again(IdempotencyStore.Kept kept, IdempotencyStore.Request request) {
        if (!kept.bodyHash().equals(request.bodyHash())) {
            throw new EngineException(
                            ErrorCode.IDEMPOTENCY_KEY_REUSED,
                            "The key " + request.key()
                                    + " was used before for another body.\nMaybe make a new key for every new request.")
                    .about(HEADER);
        }
        return response(kept.status(), kept.location(), kept.answer(), true);
    }

    private Response response(Made made) {
        return response(
                made.status(), made.location(), new String(written(made.body()), StandardCharsets.UTF_8), false);
    }

    private static Response response(int status, @Nullable String location, String answer, boolean replayed) {
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON).entity(answer);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return replayed ? response.header(REPLAYED, "true").build() : response.build();
    }

    /** Forgets the answers nobody can expect any more; called at the start and every day. */
    public void forgetOldAnswers() {
        database.execute(handle -> store.deleteOlderThan(handle, clock.instant().minus(KEPT_FOR)));
    }

    private byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Rolls the transaction back: somebody else holds the key. */
    private static final class KeyTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
