package cip.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Logged;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers too long for any buffer, to clients that leave after their first bytes. */
class QuietLeavingHttpTest {
    private static final int PARTS = 100_000;
    private static final Semaphore ENDED = new Semaphore(0);
    private static final AtomicInteger WRITTEN = new AtomicInteger();
    private static final DropwizardTestSupport<Configuration> SERVER = new DropwizardTestSupport<>(
            Served.class, (String) null, ConfigOverride.randomPorts(), ConfigOverride.config("logging.level", "WARN"));

    /** Long answers and nothing else. */
    public static final class Served extends Application<Configuration> {
        @Override
        public void run(Configuration configuration, Environment environment) {
            ((AbstractServerFactory) configuration.getServerFactory()).setRegisterDefaultExceptionMappers(false);
            Filter ended = (request, response, chain) -> {
                try {
                    chain.doFilter(request, response);
                } finally {
                    ENDED.release();
                }
            };
            environment
                    .servlets()
                    .addFilter("ended", ended)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
            environment.jersey().register(new ProblemMapper());
            QuietLeaving.install(environment);
            environment.jersey().register(new LongAnswers());
        }
    }

    /** Some ten megabytes each. */
    @Path("/")
    public static final class LongAnswers {
        @GET
        @Path("list")
        @Produces(MediaType.APPLICATION_JSON)
        public List<String> list() {
            return Collections.nCopies(PARTS, "a".repeat(100));
        }

        @GET
        @Path("file")
        @Produces(MediaType.TEXT_PLAIN)
        public StreamingOutput file() {
            byte[] part = "b".repeat(100).getBytes(StandardCharsets.UTF_8);
            return out -> {
                for (int i = 0; i < PARTS; i++) {
                    out.write(part);
                    WRITTEN.incrementAndGet();
                }
            };
        }
    }

    @BeforeAll
    static void start() throws Exception {
        SERVER.before();
    }

    @AfterAll
    static void stop() {
        SERVER.after();
    }

    @Test
    void whoeverLeavesAListIsNoFailure() throws Exception {
        try (Logged logged = new Logged()) {
            leave("/list");

            assertThat(logged.warnings()).isEmpty();
        }
    }

    @Test
    void whoeverLeavesAFileIsNoFailureAndTheRestOfItIsNotMade() throws Exception {
        try (Logged logged = new Logged()) {
            leave("/file");

            assertThat(logged.warnings()).isEmpty();
            assertThat(WRITTEN.get()).isLessThan(PARTS);
        }
    }

    private static void leave(String path) throws IOException, InterruptedException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", SERVER.getLocalPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        socket.setSoLinger(true, 0);
        socket.close();
        assertThat(ENDED.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
}
