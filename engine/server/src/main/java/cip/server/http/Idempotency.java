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
        if (key == null) {
            return response(database.write(work));
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The header " + HEADER + " has " + key.length() + " characters, expected 1 to "
                                    + LONGEST_KEY + ".")
                    .about(HEADER);
        }
        IdempotencyStore.Request request =
                new IdempotencyStore.Request(caller.name(), route, key, Sha256.hex(written(body)));
        Optional<IdempotencyStore.Kept> answered = database.read(handle -> store.find(handle, request));
        if (answered.isPresent()) {
            return again(answered.get(), request);
        }
        try {
            return response(database.write(handle -> first(handle, request, work)));
        } catch (KeyTaken byAnother) {
            IdempotencyStore.Kept kept = database.read(handle -> store.find(handle, request))
                    .orElseThrow(() -> new EngineException(
                            ErrorCode.CONFLICT,
                            "The request under this key failed a moment ago.\nMaybe send it again."));
            return again(kept, request);
        }
    }

    private Made first(Handle handle, IdempotencyStore.Request request, Work<Made> work) {
        if (!store.take(handle, request, clock.instant())) {
            throw new KeyTaken();
        }
        Made made = work.with(handle);
        store.keep(
                handle,
                request,
                made.status(),
                made.location(),
                new String(written(made.kept()), StandardCharsets.UTF_8));
        return made;
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

    /** Forgets the answers nobody can expect any more; called at the start. */
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
