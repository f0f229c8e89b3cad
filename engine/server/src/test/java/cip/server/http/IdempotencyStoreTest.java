package cip.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class IdempotencyStoreTest {
    private static final Caller CALLER = new Caller("ann", "Ann", Set.of(Role.MARKETER));

    private final Idempotency idempotency;
    private final AtomicInteger made = new AtomicInteger();

    IdempotencyStoreTest(Database database) {
        this.idempotency = new Idempotency(database, Clock.systemUTC(), StrictJson.mapper());
    }

    @Test
    void theSameKeyGetsTheSameAnswerWithoutASecondEffect() {
        Response first = post("one", "body");
        Response again = post("one", "body");
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeaderString("Location")).isEqualTo(first.getHeaderString("Location"));
        assertThat(again.getHeaderString("Idempotency-Replayed")).isEqualTo("true");
        assertThat(made).hasValue(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post("two", "body");
        assertThatThrownBy(() -> post("two", "other"))
                .isInstanceOfSatisfying(EngineException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void anotherCallerOrRouteHasKeysOfItsOwn() {
        post("three", "body");
        idempotency.once("three", new Caller("bob", "Bob", Set.of()), "POST /things", "body", handle -> thing());
        idempotency.once("three", CALLER, "POST /others", "body", handle -> thing());
        assertThat(made).hasValue(3);
    }

    @Test
    void aFailedRequestLeavesItsKeyFree() {
        assertThatThrownBy(() -> idempotency.once("four", CALLER, "POST /things", "body", handle -> {
                    throw new EngineException(ErrorCode.CONFLICT, "Not now.");
                }))
                .hasMessage("Not now.");
        assertThat(post("four", "body").getStatus()).isEqualTo(201);
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        idempotency.once(null, CALLER, "POST /things", "body", handle -> thing());
        idempotency.once(null, CALLER, "POST /things", "body", handle -> thing());
        assertThat(made).hasValue(2);
    }

    @Test
    void sentByManyAtOnceItHappensOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Callable<Object>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sends.add(() -> post("many", "body").getEntity());
        }
        List<Object> answers = new ArrayList<>();
        for (Future<Object> answer : senders.invokeAll(sends)) {
            answers.add(answer.get());
        }
        senders.shutdown();
        assertThat(answers).containsOnly(answers.get(0));
    }

    private Response post(String key, String body) {
        return idempotency.once(key, CALLER, "POST /things", body, handle -> thing());
    }

    private Made thing() {
        int number = made.incrementAndGet();
        return Made.created("/api/things/" + number, Map.of("id", number));
    }
}
