package cip.server.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSchema;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class LookUpsStoreTest {
    private static final int CALLERS = 40;
    private static final CustomerSchema SCHEMA = new CustomersConfiguration().schema();
    private static final Caller AGENT = new Caller("ann", "Ann", Set.of(Role.AGENT));
    private static final Caller SYSTEM = new Caller("key:crm", "crm", Set.of(Role.ANALYST));

    private final Database database;
    private final Audit audit = new Audit(new CountingClock());
    private final LookUps lookUps;

    LookUpsStoreTest(Database database) {
        this.database = database;
        this.lookUps = new LookUps(database, audit, new PersonalData(SCHEMA, Set.of(Role.AGENT)));
    }

    @BeforeEach
    void emptyTrail() {
        database.execute(handle -> {
            handle.execute("delete from audit_event");
            handle.execute("update audit_head set sequence = 0, hash = '" + "0".repeat(64) + "'");
        });
    }

    /** Ticks whenever it is read, which the audit trail does once per transaction. */
    private static final class CountingClock extends Clock {
        private final AtomicLong reads = new AtomicLong();

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(reads.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void oneCustomerIsOnRecordWithWhoSawThem() {
        lookUps.one(AGENT, new CustomerId("c1"));
        lookUps.one(SYSTEM, new CustomerId("c2"));

        assertThat(rows())
                .containsExactly(
                        "ann CUSTOMER_VIEWED c1 Personal attributes were shown.",
                        "key:crm CUSTOMER_VIEWED c2 Personal attributes were masked.");
    }

    @Test
    void aListIsOneEntryAndAnEmptyOneIsNone() {
        lookUps.several(AGENT, "customer search", 0);
        lookUps.several(AGENT, "customer search", 20);
        lookUps.several(SYSTEM, "audience preview", 1);

        assertThat(rows())
                .containsExactly(
                        "ann CUSTOMERS_LISTED customer search 20 customers. Personal attributes were shown.",
                        "key:crm CUSTOMERS_LISTED audience preview 1 customer. Personal attributes were masked.");
    }

    @Test
    void thoseWhoWaitTogetherAreWrittenTogetherAndNobodyIsAnsweredBefore() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(CALLERS);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<?> other = threads.submit(() -> database.execute(handle -> {
                lockHead(handle);
                held.countDown();
                await(release);
            }));
            await(held);
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                CustomerId customer = new CustomerId("c" + i);
                callers.add(threads.submit(() -> {
                    arrived.countDown();
                    lookUps.one(SYSTEM, customer);
                }));
            }
            await(arrived);
            assertThat(callers).noneMatch(Future::isDone);
            release.countDown();
            other.get(1, TimeUnit.MINUTES);
            for (Future<?> caller : callers) {
                caller.get(1, TimeUnit.MINUTES);
            }
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
        assertThat(rows()).hasSize(CALLERS).doesNotHaveDuplicates();
        assertThat(transactions()).isLessThan(CALLERS);
    }

    @Test
    void withoutARecordThereIsNoAnswer() {
        database.execute(handle -> handle.execute("delete from audit_head"));
        try {
            assertThatThrownBy(() -> lookUps.one(AGENT, new CustomerId("c1"))).isInstanceOf(RuntimeException.class);
        } finally {
            database.execute(handle -> handle.execute(
                    "insert into audit_head (id, sequence, hash) values (1, 0, '" + "0".repeat(64) + "')"));
        }
        lookUps.one(AGENT, new CustomerId("c2"));
        assertThat(rows()).hasSize(1);
    }

    private List<String> rows() {
        return database.read(handle -> handle.createQuery(
                        "select actor || ' ' || kind || ' ' || subject || ' ' || detail from audit_event order by sequence")
                .mapTo(String.class)
                .list());
    }

    private int transactions() {
        return database.read(handle -> handle.createQuery("select count(distinct at) from audit_event")
                .mapTo(Integer.class)
                .one());
    }

    private static void lockHead(Handle handle) {
        handle.createQuery("select sequence from audit_head where id = 1 for update")
                .mapTo(Long.class)
                .one();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
