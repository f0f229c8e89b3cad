package cip.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class JobRunnerStoreTest {
    /** Of a pool, as the configuration has it unless it says otherwise. */
    private static final int CONNECTIONS = 10;

    private static final long LONGER_THAN_A_CONNECTION_IS_WAITED_FOR = 3_000;

    private final Database database;
    private final List<JobRunner> runners = new ArrayList<>();

    JobRunnerStoreTest(Database database) {
        this.database = database;
    }

    @AfterEach
    void stopRunners() throws InterruptedException {
        for (JobRunner runner : runners) {
            runner.stop();
        }
        database.execute(handle -> handle.execute("DELETE FROM job"));
    }

    @Test
    void aJobRunsToItsEndAndLinksToItsResult() throws Exception {
        JobRunner runner = runner(kind("COUNT", context -> {
            context.step(3, 3L);
            return Optional.of("/api/result/" + context.input());
        }));
        runner.start();

        Job job = awaitEnd(runner, runner.submit("COUNT", "Count", "mira", "7").id());

        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.resultLink()).isEqualTo("/api/result/7");
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.total()).isEqualTo(3);
    }

    @Test
    void aJobAskedForInALargerTransactionRunsOnceThatIsCommitted() throws Exception {
        JobRunner runner = runner(kind("COUNT", context -> Optional.of("/api/result")));
        runner.start();

        Job queued = database.write(handle -> runner.enqueue(handle, "COUNT", "Count", "mira", "{}"));
        runner.wake(queued);

        assertThat(awaitEnd(runner, queued.id()).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void jobsArePagedFromTheNewest() {
        JobRunner runner = runner(kind("COUNT", context -> Optional.empty()));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(0, runner.submit("COUNT", "Count", "mira", "{}").id());
        }
        Collections.sort(asked, Collections.reverseOrder());

        assertThat(runner.jobs(null, 3)).extracting(Job::id).isEqualTo(asked.subList(0, 3));
        assertThat(runner.jobs(asked.get(2), 3)).extracting(Job::id).isEqualTo(asked.subList(3, 5));
        assertThat(runner.jobs("COUNT", null, 5)).extracting(Job::id).isEqualTo(asked);
    }

    @Test
    void aJobThatEndsWhileTheDatabaseIsAwayHasSucceeded() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        List<Thread> holders = new ArrayList<>();
        JobRunner runner = runner(kind("COUNT", context -> {
            CountDownLatch away = new CountDownLatch(CONNECTIONS);
            for (int i = 0; i < CONNECTIONS; i++) {
                holders.add(new Thread(() -> database.read(handle -> {
                    handle.execute("SELECT 1");
                    away.countDown();
                    await(60_000, back);
                    return true;
                })));
            }
            holders.forEach(Thread::start);
            await(10_000, away);
            return Optional.of("/api/result");
        }));
        runner.start();

        String id = runner.submit("COUNT", "Count", "mira", "{}").id();
        Thread.sleep(LONGER_THAN_A_CONNECTION_IS_WAITED_FOR);
        back.countDown();

        assertThat(awaitEnd(runner, id).state()).isEqualTo(JobState.SUCCEEDED);
        for (Thread holder : holders) {
            holder.join();
        }
    }

    @Test
    void aFailedJobSaysWhatWentWrong() throws Exception {
        JobRunner runner = runner(kind("FAIL", context -> {
            throw new EngineException(ErrorCode.UNREADABLE_FILE, "The file is empty.");
        }));
        runner.start();

        Job job = awaitEnd(runner, runner.submit("FAIL", "Fail", "mira", "{}").id());

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.error()).isEqualTo("The file is empty.");
    }

    @Test
    void aRunningJobStopsAtTheStepAfterItWasCancelled() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        JobRunner runner = runner(kind("LOOP", context -> {
            for (long done = 0; ; done++) {
                context.step(done, null);
                running.countDown();
                sleep();
            }
        }));
        runner.start();
        String id = runner.submit("LOOP", "Loop", "mira", "{}").id();
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        runner.cancel(id);

        assertThat(awaitEnd(runner, id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aJobThatWaitsIsCancelledWithoutRunning() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        JobRunner runner = runner(kind("WAIT", context -> {
            ran.add(context.jobId());
            await(10_000, release);
            return Optional.empty();
        }));
        runner.start();
        String first = runner.submit("WAIT", "First", "mira", "1").id();
        String second = runner.submit("WAIT", "Second", "mira", "2").id();

        runner.cancel(second);
        release.countDown();

        assertThat(awaitEnd(runner, second).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ran).containsExactly(first);
    }

    @Test
    void aJobThatWasRunningWhenTheProcessEndedGoesOnFromItsCheckpoint() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        JobRunner before = runner(kind("RESUME", context -> {
            database.execute(handle -> context.checkpoint(handle, "{\"row\":50}", 50));
            halfway.countDown();
            for (; ; sleep()) {
                context.step(50, 100L);
            }
        }));
        before.start();
        String id = before.submit("RESUME", "Resume", "mira", "{}").id();
        assertThat(halfway.await(10, TimeUnit.SECONDS)).isTrue();
        before.stop();

        JobRunner after = runner(
                kind("RESUME", context -> Optional.of(context.checkpoint().orElse("none"))));
        after.start();

        Job job = awaitEnd(after, id);
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.resultLink()).isEqualTo("{\"row\":50}");
    }

    private JobRunner runner(JobKind kind) {
        JobRunner runner = new JobRunner(database, Clock.systemUTC());
        runner.register(kind);
        runners.add(runner);
        return runner;
    }

    private interface Work {
        Optional<String> run(JobContext context);
    }

    private static JobKind kind(String name, Work work) {
        return new JobKind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> run(JobContext context) {
                return work.run(context);
            }
        };
    }

    private static Job awaitEnd(JobRunner runner, String id) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            Job job = runner.job(id);
            if (job.state().hasEnded()) {
                return job;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("Job " + id + " did not end within 10 s: " + runner.job(id));
    }

    private static void sleep() {
        await(10, new CountDownLatch(1));
    }

    private static void await(long millis, CountDownLatch latch) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
