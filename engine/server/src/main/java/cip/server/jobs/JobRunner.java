package cip.server.jobs;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.server.store.Database;
import cip.server.store.TimeOrderedId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs one after the other, in the order in which they were asked for, and takes up again what a crash left behind.
 * Thread-safe. One at a time, because every kind works through the whole base and all of them write through one writer.
 */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long LONGEST_PAUSE_SECONDS = 20;
    private static final long RETRY_SECONDS = 1;
    private static final int LONGEST_LABEL = 200;

    private final Database database;
    private final Clock clock;
    private final JobStore store = new JobStore();
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final Map<String, Reached> reached = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "jobs");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    /** How far a running job is, ahead of what the table says. */
    private record Reached(long done, @Nullable Long total, @Nullable String doing) {}

    public JobRunner(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a kind known; all of them before {@link #start}. */
    public void register(JobKind kind) {
        kinds.put(kind.name(), kind);
    }

    /** Takes up what an earlier process left, then whatever is submitted. */
    public void start() {
        database.execute(store::requeueRunning);
        database.read(store::queued).forEach(job -> worker.execute(() -> work(job.id())));
    }

    /** Pauses the running job at its next step; it goes on after the next start. */
    public void stop() throws InterruptedException {
        stopping = true;
        worker.shutdown();
        if (!worker.awaitTermination(LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A job did not pause within {} s; it goes on from its checkpoint.", LONGEST_PAUSE_SECONDS);
        }
    }

    /**
     * Asks for work to be done.
     *
     * @param input JSON that the kind understands
     */
    public Job submit(String kind, String label, String requestedBy, String input) {
        Job job = database.write(handle -> enqueue(handle, kind, label, requestedBy, input));
        wake(job);
        return job;
    }

    /** {@link #submit} as part of a larger transaction; once that is committed, call {@link #wake}. */
    public Job enqueue(Handle handle, String kind, String label, String requestedBy, String input) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException("There is no kind of job " + kind + ".");
        }
        Job job = new Job(
                TimeOrderedId.next(clock),
                kind,
                label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label,
                JobState.QUEUED,
                requestedBy,
                input,
                Sha256.hex(input),
                0,
                null,
                null,
                null,
                clock.instant(),
                null,
                null,
                null,
                null,
                false);
        store.insert(handle, job);
        return job;
    }

    /** Lets a worker know of a job that {@link #enqueue} made. Without it the job would wait for the next start. */
    public void wake(Job job) {
        worker.execute(() -> work(job.id()));
    }

    /** @throws EngineException NOT_FOUND */
    public Job job(String id) {
        return database.read(handle -> store.find(handle, id))
                .map(this::withProgress)
                .orElseThrow(() -> new EngineException(ErrorCode.NOT_FOUND, "There is no job with the id " + id + "."));
    }

    /** Newest first. */
    public List<Job> jobs(@Nullable String beforeId, int limit) {
        return database.read(handle -> store.page(handle, beforeId, limit)).stream()
                .map(this::withProgress)
                .toList();
    }

    /** Those of one kind, newest first. */
    public List<Job> jobs(String kind, @Nullable String beforeId, int limit) {
        return database.read(handle -> store.page(handle, kind, beforeId, limit)).stream()
                .map(this::withProgress)
                .toList();
    }

    /**
     * Asks a job to stop; one that waits ends at once. An ended job stays as it is.
     *
     * @throws EngineException NOT_FOUND
     */
    public void cancel(String id) {
        Job job = job(id);
        if (job.state().hasEnded()) {
            return;
        }
        cancelled.add(id);
        database.execute(handle -> store.askToCancel(handle, id));
        if (job.state() == JobState.QUEUED) {
            worker.execute(() -> work(id));
        }
    }

    private void work(String id) {
        try {
            Optional<Job> started = patiently(() -> started(id));
            started.ifPresent(job -> {
                Optional<End> end = run(job);
                patiently(() -> end.map(how -> ended(job, how)).orElseGet(() -> paused(job)));
            });
        } catch (EngineException e) {
            LOG.warn("The database did not answer; job {} goes on after the next start.", id, e);
        }
    }

    /** The job, unless it has been run, or cancelled before it could. */
    private Optional<Job> started(String id) {
        if (stopping) {
            return Optional.empty();
        }
        Job job = job(id);
        if (job.state() != JobState.QUEUED) {
            return Optional.empty();
        }
        if (job.cancelAsked()) {
            ended(job, new End(JobState.CANCELLED, null, null));
            return Optional.empty();
        }
        return database.write(handle -> store.start(handle, id, clock.instant())) ? Optional.of(job) : Optional.empty();
    }

    private record End(JobState state, @Nullable String link, @Nullable String error) {}

    /** @return how it ended; empty = it pauses */
    private Optional<End> run(Job job) {
        try {
            JobKind kind = kinds.get(job.kind());
            if (kind == null) {
                throw new EngineException(
                        ErrorCode.INTERNAL, "This version does not know jobs of the kind " + job.kind() + ".");
            }
            JobContext context = new JobContext(
                    job,
                    store,
                    (done, total, doing) -> reached.put(job.id(), new Reached(done, total, doing)),
                    () -> stopping || cancelled.contains(job.id()));
            return Optional.of(new End(JobState.SUCCEEDED, kind.run(context).orElse(null), null));
        } catch (JobCancelled e) {
            return cancelled.contains(job.id())
                    ? Optional.of(new End(JobState.CANCELLED, null, null))
                    : Optional.empty();
        } catch (EngineException e) {
            LOG.warn("Job {} of kind {} failed: {}", job.id(), job.kind(), e.code());
            return Optional.of(new End(JobState.FAILED, null, e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} of kind {} failed.", job.id(), job.kind(), e);
            return Optional.of(new End(
                    JobState.FAILED, null, "The job stopped because of an internal error. The log says which one."));
        }
    }

    private Job paused(Job job) {
        database.execute(handle -> store.pause(handle, job.id()));
        return job;
    }

    private Job ended(Job job, End end) {
        Job ended = job(job.id()).ended(end.state(), clock.instant(), end.link(), end.error());
        JobKind kind = kinds.get(job.kind());
        if (end.state() != JobState.SUCCEEDED && kind != null) {
            cleanUp(kind, ended);
        }
        database.execute(handle -> store.end(handle, ended));
        reached.remove(job.id());
        cancelled.remove(job.id());
        return ended;
    }

    /** What was done stays true while the database is away: waits for it, as long as the product runs. */
    private <T> T patiently(Supplier<T> step) {
        while (true) {
            try {
                return step.get();
            } catch (EngineException e) {
                if (e.code() != ErrorCode.STORE_UNAVAILABLE || stopping) {
                    throw e;
                }
                LOG.warn("The database did not answer; jobs wait for it.");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.INTERNAL, "The wait for the database was interrupted.", e);
        }
    }

    /** Before the end is stored, so that a crash in between repeats it; what fails is left behind rather than the job. */
    private static void cleanUp(JobKind kind, Job ended) {
        try {
            kind.cleanUp(ended);
        } catch (RuntimeException e) {
            LOG.error("Job {} of kind {} left something behind.", ended.id(), ended.kind(), e);
        }
    }

    private Job withProgress(Job job) {
        Reached now = reached.get(job.id());
        return now == null || job.state() != JobState.RUNNING ? job : job.reached(now.done(), now.total(), now.doing());
    }
}
