package cip.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DatabaseStoreTest {
    private static final int WRITERS = 8;
    private static final int WRITES_EACH = 50;

    private final Database database;

    DatabaseStoreTest(Database database) {
        this.database = database;
    }

    @Test
    void aWriteIsReadByTheNextTransaction() {
        database.execute(handle -> insert(handle, 1));
        int stored = database.read(handle -> count(handle, 1));
        assertThat(stored).isEqualTo(1);
    }

    @Test
    void anExceptionRollsBackItsOwnTransactionAndNoOther() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> answers = new ArrayList<>();
        for (int n = 0; n < WRITERS * WRITES_EACH; n++) {
            int number = 1_000 + n;
            answers.add(writers.submit(() -> database.execute(handle -> {
                insert(handle, number);
                if (number % 2 == 1) {
                    throw new IllegalStateException("odd " + number);
                }
            })));
        }
        int failed = 0;
        for (Future<?> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException failure) {
                assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
                failed++;
            }
        }
        writers.shutdown();
        assertThat(failed).isEqualTo(WRITERS * WRITES_EACH / 2);
        List<Long> stored = database.read(
                handle -> handle.createQuery("select sequence from audit_event where sequence between 1000 and 1999")
                        .mapTo(Long.class)
                        .list());
        assertThat(stored).hasSize(WRITERS * WRITES_EACH / 2).allMatch(number -> number % 2 == 0);
    }

    @Test
    void sameIdentityTwiceIsAConflict() {
        database.execute(handle -> insert(handle, 7));
        assertThatThrownBy(() -> database.execute(handle -> insert(handle, 7)))
                .isInstanceOfSatisfying(EngineException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void anEngineExceptionReachesTheCallerUnchanged() {
        EngineException meant = new EngineException(ErrorCode.NOT_FOUND, "No such thing.");
        assertThatThrownBy(() -> database.execute(handle -> {
                    throw meant;
                }))
                .isSameAs(meant);
        assertThatThrownBy(() -> database.read(handle -> {
                    throw meant;
                }))
                .isSameAs(meant);
    }

    private static void insert(Handle handle, long sequence) {
        handle.createUpdate("insert into audit_event (sequence, at, actor, kind, subject, detail, hash) "
                        + "values (:sequence, current_timestamp, 'a', 'test', 's', 'd', 'h')")
                .bind("sequence", sequence)
                .execute();
    }

    private static int count(Handle handle, long sequence) {
        return handle.createQuery("select count(*) from audit_event where sequence = :sequence")
                .bind("sequence", sequence)
                .mapTo(Integer.class)
                .one();
    }
}
