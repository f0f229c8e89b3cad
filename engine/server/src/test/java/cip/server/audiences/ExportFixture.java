package cip.server.audiences;

import cip.plugins.csv.ExportCsvPlugin;
import cip.server.audit.Audit;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.jobs.JobState;
import cip.server.plugins.LoadedPlugins;
import cip.server.plugins.PluginsOnClassPath;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audiences over a {@link FakeBase}, with a real database, real files and a clock that can be set. */
final class ExportFixture implements AutoCloseable {
    static final Caller MIRA = new Caller("mira", "Mira", Set.of(Role.MARKETER));
    static final Caller ANA = new Caller("ana", "Ana", Set.of(Role.ANALYST));
    static final PersonalData PERSONAL = new PersonalData(TestSchema.SCHEMA, Set.of(Role.ADMIN, Role.MARKETER));
    static final List<String> COLUMNS = List.of("segment", "clv", "churn_risk", "top_action", "expected_value");

    final Database database;
    final FakeBase base;
    final Path folder = TestDatabases.newFolder().resolve("exports");
    final SettableClock clock = new SettableClock();
    final LiveAudiences live;
    final ExportFiles files = new ExportFiles(folder);
    final LoadedPlugins plugins = PluginsOnClassPath.of(new ExportCsvPlugin());
    final Audit audit = new Audit(clock);
    final ExportSweep sweep;
    final Audiences audiences;
    Consumer<ExportJob.Step> reached = step -> {};
    CurrentAttributes attributes;
    private final List<JobRunner> abandoned = new ArrayList<>();
    JobRunner jobs;
    Exports exports;

    ExportFixture(Database database, FakeBase base) {
        this.database = database;
        this.base = base;
        this.attributes = base::storedOf;
        this.live = new LiveAudiences(() -> Optional.of(base));
        this.sweep = new ExportSweep(database, files, audit, clock);
        this.audiences = new Audiences(database, live, sweep, audit, clock);
        files.prepare();
        jobs = startedJobs();
        exports = exports();
    }

    /** What a start after a crash does. */
    void restart() throws InterruptedException {
        jobs.stop();
        files.prepare();
        jobs = startedJobs();
        exports = exports();
    }

    /** What a kill leaves: the worker never comes back, and another process starts over the same database and files. */
    void abandon() {
        abandoned.add(jobs);
        files.prepare();
        jobs = startedJobs();
        exports = exports();
    }

    String audience(String name, AudienceSource source) {
        return database.write(handle -> audiences.create(handle, "mira", name, source))
                .id();
    }

    Job ask(String audience, List<String> columns, @Nullable String channel) {
        Job job = database.write(handle -> exports.request(handle, MIRA, audience, "csv", columns, channel, false));
        jobs.wake(job);
        return job;
    }

    Job awaitEnd(Job job) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Job now = jobs.job(job.id());
            if (now.state().hasEnded()) {
                return now;
            }
            pause();
        }
        throw new AssertionError("The job did not end: " + jobs.job(job.id()));
    }

    /** The export a finished job wrote. */
    ExportView exported(String audience, List<String> columns, @Nullable String channel) {
        Job job = awaitEnd(ask(audience, columns, channel));
        if (job.state() != JobState.SUCCEEDED) {
            throw new AssertionError(job.toString());
        }
        return exports.page(audience, null, 1).items().get(0);
    }

    String text(ExportView export) {
        return read(exports.file(MIRA, export.id()).file());
    }

    String manifest(ExportView export) {
        return read(exports.manifest(MIRA, export.id()).file());
    }

    List<String> fileNames() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> auditKinds(String subject) {
        return database.read(
                handle -> handle.createQuery("select kind from audit_event where subject = :subject order by sequence")
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .list());
    }

    static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JobRunner startedJobs() {
        JobRunner runner = new JobRunner(database, clock);
        runner.register(new ExportJob(
                database,
                live,
                ids -> attributes.of(ids),
                TestSchema.SCHEMA,
                plugins,
                files,
                audit,
                clock,
                Duration.ofDays(7),
                () -> {},
                step -> reached.accept(step)));
        runner.start();
        return runner;
    }

    private Exports exports() {
        return new Exports(database, live, TestSchema.SCHEMA, plugins, jobs, files, audit, clock, PERSONAL);
    }

    @Override
    public void close() throws InterruptedException {
        for (JobRunner runner : abandoned) {
            runner.stop();
        }
        jobs.stop();
        database.execute(handle -> {
            handle.execute("delete from audience_export");
            handle.execute("delete from audience");
            handle.execute("delete from job");
        });
    }

    /** Runs from 3 March 2026, a millisecond at each look, so that ids and times differ. */
    static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-03-03T12:00:00Z");

        synchronized void set(Instant to) {
            now = to;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
