package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.customers.CustomersRevisionStore;
import cip.server.jobs.JobState;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ImportJobStoreTest {
    private static final String HEADER =
            "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n";
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Database database;
    private final ImportBench bench;

    ImportJobStoreTest(Database database) {
        this.database = database;
        this.bench = new ImportBench(database, ImportFixture.schema());
    }

    @AfterEach
    void emptyTheTables() throws InterruptedException {
        bench.close();
        database.execute(handle -> {
            handle.execute("delete from customer_transaction");
            handle.execute("delete from customer");
        });
    }

    private CustomerRecord customer(String id) {
        return bench.customers.find(new CustomerId(id), NOW).orElseThrow();
    }

    @Test
    void theRealCustomersAreImportedAndTheSecondTimeNothingChanges() throws Exception {
        String file =
                bench.upload(ImportFixture.shared("customer-purchasing-behaviors/customer-purchasing-behaviors.csv"));
        ImportView first = bench.run(file, false);
        assertThat(first.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(first.rows()).isEqualTo(new RowCounts(238, 238, 238, 0, 0, 0));
        assertThat(first.fileName()).isEqualTo("up.csv");
        assertThat(bench.run(file, false).rows()).isEqualTo(new RowCounts(238, 238, 0, 0, 238, 0));
        assertThat(bench.customers.count()).isEqualTo(238);
        assertThat(customer("1").attributes())
                .isEqualTo(Map.of(
                        "age", 25.0,
                        "annual_income", 45000.0,
                        "purchase_amount", 200.0,
                        "loyalty_score", 4.5,
                        "region", "North",
                        "purchase_frequency", 12.0));
        assertThat(bench.timesTold).hasValue(1);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndChangesNothing() throws Exception {
        bench.run(bench.upload(HEADER + "1,25,45000,200,4.5,North,12\n2,30,45000,200,4.5,North,12\n"), false);
        ImportView dry = bench.run(
                bench.upload(HEADER + "1,25,45000,200,4.5,North,12\n2,31,45000,200,4.5,North,12\n"
                        + "3,31,45000,200,4.5,North,12\n4,x,45000,200,4.5,North,12\n"),
                true);
        assertThat(dry.rows()).isEqualTo(new RowCounts(4, 3, 1, 1, 1, 1));
        assertThat(dry.errors()).containsExactly(new RowError(5, "age", "x", "is not a number"));
        assertThat(bench.customers.count()).isEqualTo(2);
        assertThat(customer("2").attributes()).containsEntry("age", 30.0);
    }

    @Test
    void aFileRefusedForItsLastLineChangesNothing() throws Exception {
        String text = HEADER + "1,25,45000,200,4.5,North,12\n".repeat(3) + "2,25,45000,200,4.5,\"North,12\n";
        ImportView refused = bench.run(bench.upload(text), false);
        assertThat(refused.state()).isEqualTo(JobState.FAILED);
        assertThat(refused.error()).contains("line 5");
        assertThat(bench.customers.count()).isZero();
    }

    @Test
    void theErrorReportHoldsEveryErrorAndNoFormula() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 150; i++) {
            text.append(i).append(",=1+1,45000,200,4.5,North,12\n");
        }
        ImportView done = bench.run(bench.upload(text.toString()), false);
        assertThat(done.rows().rejected()).isEqualTo(150);
        assertThat(done.errors()).hasSize(100);
        List<String> lines = Files.readAllLines(bench.imports.errors(done.id()).orElseThrow());
        assertThat(lines).hasSize(151).first().isEqualTo("line,column,value,reason");
        assertThat(lines.get(1)).startsWith("2,age,'=1+1,");
    }

    @Test
    void aFormulaBehindAnUnseenSignOrInASmallFormIsTextInTheErrorReport() throws Exception {
        String text = HEADER + "1,\u200b=1+1,45000,200,4.5,North,12\n2,\uFE66SUM(A1),45000,200,4.5,North,12\n";
        ImportView done = bench.run(bench.upload(text), false);
        List<String> lines = Files.readAllLines(bench.imports.errors(done.id()).orElseThrow());
        assertThat(lines.get(1)).startsWith("2,age,\\u200b=1+1,");
        assertThat(lines.get(2)).startsWith("3,age,'\uFE66SUM(A1),");
    }

    @Test
    void columnsThatDoNotFitAreRefusedBeforeThereIsAJob() throws Exception {
        String file = bench.upload("user_id;years\n1;25\n");
        assertThatThrownBy(() -> bench.submit(file, Map.of(), false))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE_FILE));
    }

    @Test
    void aMappingChosenByTheUserIsFollowed() throws Exception {
        String file = bench.upload("no,years,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n"
                + "7,25,45000,200,4.5,North,12\n");
        bench.await(bench.submit(file, Map.of("no", "user_id", "years", "age"), false));
        assertThat(customer("7").attributes()).containsEntry("age", 25.0);
    }

    @Test
    void aFileThatWasNeverUploadedIsNotFound() {
        String somewhere = "../../etc/passwd";
        assertThatThrownBy(() -> bench.submit(somewhere, Map.of(), false))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void invoicesOfARetailerAreImportedAsTransactionsWithTheirCustomers() throws Exception {
        String file;
        try (var in = new GZIPInputStream(
                Files.newInputStream(ImportFixture.shared("online-retail/online-retail-invoices.csv.gz")))) {
            file = bench.upload(in);
        }
        ImportView dry = bench.run(file, true);
        assertThat(dry.table()).isEqualTo("transactions");
        assertThat(dry.rows().created()).isEqualTo(22_190);
        assertThat(dry.notices())
                .contains("4372 customers were not known and would be created with nothing but their id.");
        ImportView first = bench.run(file, false);
        assertThat(first.rows()).isEqualTo(new RowCounts(22_190, 22_190, 22_190, 0, 0, 0));
        assertThat(first.notices())
                .contains("4372 customers were not known and were created with nothing but their id.");
        assertThat(bench.run(file, false).rows().unchanged()).isEqualTo(22_190);
        assertThat(bench.customers.page(Optional.empty(), 10_000, NOW)).hasSize(4_372);
        CustomerRecord one = customer("17850");
        assertThat(one.purchases().refundedAmount()).isPositive();
        assertThat(one.purchases().firstPurchase()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void equalPurchasesWithoutReferenceStayTwoAndStayTwoWhenImportedAgain() throws Exception {
        String text = "customer_id,timestamp,amount\n1,2026-01-01,5\n1,2026-01-01,5\n1,2026-01-02,5\n";
        assertThat(bench.run(bench.upload(text), false).rows().created()).isEqualTo(3);
        assertThat(bench.run(bench.upload(text), false).rows()).isEqualTo(new RowCounts(3, 3, 0, 0, 3, 0));
        assertThat(customer("1").purchases().grossAmount()).isEqualTo(15);
    }

    @Test
    void anImportStoppedInTheMiddleEndsLikeOneThatWasNot() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            text.append(i).append(i % 10 == 3 ? ",x" : ",25").append(",45000,200,4.5,North,12\n");
        }
        Thread stopper = new Thread(() -> {
            try {
                bench.runner.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        bench.afterBatch = () -> stopsFor(stopper);
        var job = bench.submit(bench.upload(text.toString()), Map.of(), false);
        await(() -> stopper.getState() == Thread.State.TERMINATED);
        assertThat(bench.runner.job(job.id()).state()).isEqualTo(JobState.QUEUED);
        assertThat(bench.customers.count()).isEqualTo(5_000);
        try (ImportBench restarted = bench.restarted()) {
            assertThat(restarted.await(job).rows()).isEqualTo(new RowCounts(30_000, 27_000, 27_000, 0, 0, 3_000));
            assertThat(restarted.customers.count()).isEqualTo(27_000);
        }
    }

    @Test
    void aCancelledImportLeavesWholeRowsAndCanBeCompleted() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            text.append(i).append(",25,45000,200,4.5,North,12\n");
        }
        String file = bench.upload(text.toString());
        bench.afterBatch =
                () -> bench.runner.jobs(ImportJob.NAME, null, 1).forEach(running -> bench.runner.cancel(running.id()));
        var job = bench.submit(file, new HashMap<String, @Nullable String>(), false);
        ImportView cancelled = bench.await(job);
        bench.afterBatch = () -> {};
        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.rows().created())
                .isEqualTo(bench.customers.count())
                .isEqualTo(5_000);
        ImportView completed = bench.run(file, false);
        assertThat(completed.rows().unchanged()).isEqualTo(cancelled.rows().created());
        assertThat(bench.customers.count()).isEqualTo(30_000);
    }

    /** Returns when the runner has been told to stop and waits for this batch's job; called on the job's thread. */
    private static void stopsFor(Thread stopper) {
        stopper.start();
        await(() -> stopper.getState() == Thread.State.TIMED_WAITING);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void onlyAnImportThatChangesSomethingAdvancesTheRevisionOfTheCustomers() throws Exception {
        String people = bench.upload(HEADER + "1,25,45000,200,4.5,North,12\n");
        String purchases = bench.upload("customer_id,timestamp,amount,reference\n1,2026-01-01,5,a\n");
        long before = revision();
        bench.run(people, true);
        assertThat(revision()).isEqualTo(before);
        bench.run(people, false);
        long withPeople = revision();
        assertThat(withPeople).isGreaterThan(before);
        bench.run(purchases, false);
        long withPurchases = revision();
        assertThat(withPurchases).isGreaterThan(withPeople);
        bench.run(people, false);
        bench.run(purchases, false);
        assertThat(revision()).isEqualTo(withPurchases);
    }

    private long revision() {
        return database.read(new CustomersRevisionStore()::current);
    }

    @Test
    void anImportKilledBeforeItsEndWasStoredIsOnRecordAsFinishedOnce() throws Exception {
        String file = bench.upload("customer_id,timestamp,amount\n1,2026-01-01,5\n");
        var job = bench.submit(file, Map.of(), false);
        ImportView before = bench.await(job);
        bench.runner.stop();
        database.execute(handle ->
                handle.execute("update job set state = 'RUNNING', finished_at = null where job_id = ?", job.id()));

        try (ImportBench restarted = bench.restarted()) {
            ImportView after = restarted.await(job);
            assertThat(after.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(after.notices()).isEqualTo(before.notices());
            assertThat(after.rows()).isEqualTo(before.rows());
        }
        long records = database.read(handle -> handle.createQuery(
                        "select count(*) from audit_event where kind = 'IMPORT_FINISHED' and subject = :job")
                .bind("job", job.id())
                .mapTo(Long.class)
                .one());
        assertThat(records).isOne();
    }

    @Test
    void importsAreListedNewestFirst() throws Exception {
        String file = bench.upload(HEADER + "1,25,45000,200,4.5,North,12\n");
        String first = bench.run(file, true).id();
        String second = bench.run(file, true).id();
        assertThat(bench.imports.page(null, 2)).extracting(ImportView::id).containsExactly(second, first);
        assertThat(bench.imports.page(second, 1)).extracting(ImportView::id).containsExactly(first);
    }
}
