package cip.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Logged;
import cip.server.http.QuietLeaving;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event stream of a job on a real connection, beside a job that ends when the test says so. */
class JobEventsHttpTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final Database DATABASE = TestDatabases.h2();
    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1);
    private static final JobRunner RUNNER = new JobRunner(DATABASE, Clock.systemUTC());
    private static final DropwizardTestSupport<Configuration> SERVER = new DropwizardTestSupport<>(
            Served.class, (String) null, ConfigOverride.randomPorts(), ConfigOverride.config("logging.level", "WARN"));
    private static volatile CountDownLatch finish = new CountDownLatch(1);

    /** The routes of jobs and nothing else. */
    public static final class Served extends Application<Configuration> {
        @Override
        public void run(Configuration configuration, Environment environment) {
            QuietLeaving.install(environment);
            environment
                    .jersey()
                    .register(new JobsResource(RUNNER, new JobEvents(RUNNER, environment.getObjectMapper(), TIMER)));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        RUNNER.register(new JobKind() {
            @Override
            public String name() {
                return "WAIT";
            }

            @Override
            public Optional<String> run(JobContext context) {
                try {
                    for (long done = 0; !finish.await(20, TimeUnit.MILLISECONDS); done++) {
                        context.step(done, null);
                    }
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
                return Optional.empty();
            }

            @Override
            public void cleanUp(Job job) {}
        });
        RUNNER.start();
        SERVER.before();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        SERVER.after();
        RUNNER.stop();
        TIMER.shutdownNow();
        DATABASE.close();
    }

    @Test
    void whoeverStaysHearsOfTheProgressAndOfTheEnd() throws Exception {
        finish = new CountDownLatch(1);
        String id = RUNNER.submit("WAIT", "Wait", "mira", "{}").id();
        try (Socket socket = listening(id)) {
            BufferedReader events = reader(socket);
            assertThat(next(events)).isEqualTo("event: progress");

            finish.countDown();

            String event = next(events);
            while (event.equals("event: progress")) {
                event = next(events);
            }
            assertThat(event).isEqualTo("event: end");
        }
    }

    @Test
    void whoeverLeavesIsForgottenQuietlyAndTheJobGoesOn() throws Exception {
        finish = new CountDownLatch(1);
        String id = RUNNER.submit("WAIT", "Wait", "mira", "{}").id();
        try (Logged logged = new Logged()) {
            for (int listener = 0; listener < 5; listener++) {
                Socket socket = listening(id);
                assertThat(next(reader(socket))).isEqualTo("event: progress");
                socket.setSoLinger(listener % 2 == 0, 0);
                socket.close();
            }

            awaitNobodyListens();

            assertThat(RUNNER.job(id).state()).isEqualTo(JobState.RUNNING);
            finish.countDown();
            awaitEnd(id);
            assertThat(RUNNER.job(id).state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(logged.warnings()).isEmpty();
        }
    }

    @Test
    void whoeverComesAfterTheEndHearsHowItEnded() throws Exception {
        finish.countDown();
        String id = RUNNER.submit("WAIT", "Wait", "mira", "{}").id();
        awaitEnd(id);
        try (Logged logged = new Logged()) {
            for (int listener = 0; listener < 20; listener++) {
                try (Socket socket = listening(id)) {
                    BufferedReader events = reader(socket);
                    assertThat(next(events)).isEqualTo("event: progress");
                    assertThat(next(events)).isEqualTo("event: end");
                }
                Socket leaving = listening(id);
                leaving.setSoLinger(listener % 2 == 0, 0);
                leaving.close();
            }
            awaitNobodyListens();
            assertThat(logged.warnings()).isEmpty();
        }
    }

    private static Socket listening(String id) throws IOException {
        Socket socket = new Socket("127.0.0.1", SERVER.getLocalPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        socket.getOutputStream()
                .write(("GET /jobs/" + id + "/events HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader events) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("event:")) {
                return line;
            }
        }
        throw new AssertionError("The stream ended without another event.");
    }

    private static void awaitNobodyListens() throws InterruptedException {
        for (long wait = 0; !TIMER.getQueue().isEmpty() || TIMER.getActiveCount() > 0; wait++) {
            assertThat(wait).as("waited for listeners to be forgotten").isLessThan(PATIENCE_SECONDS * 50);
            Thread.sleep(20);
        }
    }

    private static void awaitEnd(String id) throws InterruptedException {
        for (long wait = 0; !RUNNER.job(id).state().hasEnded(); wait++) {
            assertThat(wait).as("waited for the end of the job").isLessThan(PATIENCE_SECONDS * 50);
            Thread.sleep(20);
        }
    }
}
