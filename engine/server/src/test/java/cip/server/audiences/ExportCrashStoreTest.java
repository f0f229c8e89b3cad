package cip.server.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.jobs.Job;
import cip.server.jobs.JobState;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An export that ends in the middle: by a failure, or as a kill leaves it, which is a RUNNING job and whatever files. */
@OnEveryDatabase
class ExportCrashStoreTest {
    private static final AudienceSource AT_RISK = new AudienceSource.OfSegment("at_risk");

    private final FakeBase base = new FakeBase(4_000);
    private final ExportFixture fixture;

    ExportCrashStoreTest(Database database) {
        this.fixture = new ExportFixture(database, base);
    }

    @AfterEach
    void close() throws InterruptedException {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportJob.Step.class,
            names = {"BEGUN", "FILE_IN_PLACE", "MANIFEST_IN_PLACE"})
    void failureAtAnyStepLeavesNoFile(ExportJob.Step where) {
        fixture.reached = step -> {
            if (step == where) {
                throw new IllegalStateException("failing at " + where);
            }
        };
        String audience = fixture.audience("At risk", AT_RISK);
        assertThat(fixture.awaitEnd(fixture.ask(audience, List.of(), null)).state())
                .isEqualTo(JobState.FAILED);
        assertThat(fixture.fileNames()).isEmpty();
        assertThat(fixture.exports.page(audience, null, 1).items().get(0).state())
                .isEqualTo(JobState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void failureInTheMiddleOfTheRowsLeavesNoFile(int batch) {
        int[] asked = {0};
        fixture.attributes = ids -> {
            if (++asked[0] == batch) {
                throw new IllegalStateException("failing at batch " + batch);
            }
            return base.storedOf(ids);
        };
        String audience = fixture.audience("At risk", AT_RISK);
        assertThat(fixture.awaitEnd(fixture.ask(audience, List.of(), null)).state())
                .isEqualTo(JobState.FAILED);
        assertThat(fixture.fileNames()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExportJob.Step.class)
    void exportKilledAtAnyStepIsMadeAgainByteForByte(ExportJob.Step where) throws Exception {
        String audience = fixture.audience("At risk", AT_RISK);
        ExportView expected = fixture.exported(audience, ExportFixture.COLUMNS, "EMAIL");
        String text = fixture.text(expected);

        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        fixture.reached = step -> {
            if (step == where && there.getCount() > 0) {
                there.countDown();
                hang(never);
            }
        };
        Job job = fixture.ask(audience, ExportFixture.COLUMNS, "EMAIL");
        assertThat(there.await(10, TimeUnit.SECONDS)).isTrue();
        List<String> left = fixture.fileNames();
        assertThat(left).noneMatch(name -> name.endsWith(".partial"));

        fixture.abandon();
        assertThat(fixture.awaitEnd(job).state()).isEqualTo(JobState.SUCCEEDED);
        ExportView again = fixture.exports.page(audience, null, 1).items().get(0);
        assertThat(again.sha256()).isEqualTo(expected.sha256());
        assertThat(fixture.text(again)).isEqualTo(text);
        assertThat(fixture.fileNames()).hasSize(4);
        assertThat(fixture.auditKinds(again.id())).containsOnlyOnce("EXPORT_FINISHED");
        never.countDown();
    }

    @Test
    void exportPausedByAStopGoesOnAfterTheNextStart() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        fixture.attributes = ids -> {
            begun.countDown();
            hang(stopping);
            return base.storedOf(ids);
        };
        String audience = fixture.audience("At risk", AT_RISK);
        Job job = fixture.ask(audience, List.of(), null);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread release = new Thread(() -> {
            ExportFixture.pause();
            ExportFixture.pause();
            stopping.countDown();
        });
        release.start();
        fixture.restart();
        assertThat(fixture.awaitEnd(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(fixture.fileNames()).hasSize(2);
    }

    private static void hang(CountDownLatch until) {
        try {
            until.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
