package cip.server.decisions;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.lifecycle.ServerLifecycleListener;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes decisions for customers nobody has until the Java machine has compiled what decides, so that the first callers are
 * not answered slowly; while callers already ask, compiling takes minutes, because it gets the least of the processor. What
 * they are answered with meanwhile is right. Half of every round goes through the whole decision in this process, the other
 * half over HTTP as a {@link Rehearsal}, so that nothing is decided for anybody and nothing is put on record.
 */
final class WarmUp implements ServerLifecycleListener {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int CUSTOMERS = 64;
    private static final long LEAST_MILLIS_OF_A_ROUND = 200;
    /** Share of a round during which something was compiled; below it, what is used has been compiled. */
    private static final double AT_REST = 0.1;

    private final SingleDecisionResource route;
    private final Rehearsal rehearsal;
    private final CustomerSchema schema;
    private final Duration longest;

    /** @param longest time it may take; 0 = there is no warm-up */
    WarmUp(SingleDecisionResource route, Rehearsal rehearsal, CustomerSchema schema, Duration longest) {
        this.route = route;
        this.rehearsal = rehearsal;
        this.schema = schema;
        this.longest = longest;
    }

    @Override
    public void serverStarted(Server server) {
        long start = System.nanoTime();
        long end = start + longest.toNanos();
        if (longest.isZero()) {
            return;
        }
        List<byte[]> requests = requests();
        String word = rehearsal.begin();
        try {
            int rounds = 0;
            int atRest = 0;
            while (System.nanoTime() < end && atRest < 2) {
                atRest = compiledIn(() -> round(requests, word, server)) < AT_REST ? atRest + 1 : 0;
                rounds++;
            }
            LOG.info(
                    "Warmed up in {} ms, {} rounds.", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), rounds);
        } catch (EngineException | IOException cold) {
            LOG.info("Decisions are not warmed up: {}", cold.getMessage());
        } finally {
            rehearsal.end();
        }
    }

    @FunctionalInterface
    private interface Round {
        void run() throws IOException;
    }

    /** The share of a round's time that went into compiling. */
    private static double compiledIn(Round round) throws IOException {
        CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
        if (compilation == null || !compilation.isCompilationTimeMonitoringSupported()) {
            round.run();
            return 1;
        }
        long start = System.nanoTime();
        long before = compilation.getTotalCompilationTime();
        round.run();
        double millis = (System.nanoTime() - start) / 1e6;
        return (compilation.getTotalCompilationTime() - before) / millis;
    }

    private void round(List<byte[]> requests, String word, Server server) throws IOException {
        long half = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS_OF_A_ROUND / 2);
        while (System.nanoTime() < half) {
            for (byte[] request : requests) {
                route.rehearse(request);
            }
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS_OF_A_ROUND / 2);
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector http
                    && "application".equals(http.getName())
                    && http.getDefaultConnectionFactory().getProtocol().startsWith("HTTP/")) {
                RehearsedRequests.ask(http, word, requests, end);
            }
        }
    }

    /** Customers with attributes of every kind, some of them missing. */
    private List<byte[]> requests() {
        Random random = new Random(1);
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> {
                    ObjectNode request = JsonNodeFactory.instance.objectNode().put("reasons", i % 2 == 0);
                    ObjectNode customer = request.putObject("customer").put("id", "warm-up-" + i);
                    ObjectNode attributes = customer.putObject("attributes");
                    for (Attribute attribute : schema.attributes()) {
                        if (random.nextInt(8) > 0) {
                            put(attributes, attribute, random);
                        }
                    }
                    return request.toString().getBytes(StandardCharsets.UTF_8);
                })
                .toList();
    }

    private static void put(ObjectNode attributes, Attribute attribute, Random random) {
        switch (attribute.type()) {
            case TEXT -> {
                List<String> values = attribute.values();
                attributes.put(attribute.name(), values.isEmpty() ? "text" : values.get(random.nextInt(values.size())));
            }
            case YES_NO -> attributes.put(attribute.name(), random.nextBoolean());
            case NUMBER -> attributes.put(attribute.name(), number(attribute, random));
            case WHOLE_NUMBER -> attributes.put(attribute.name(), Math.rint(number(attribute, random)));
            case DATE -> attributes.put(attribute.name(), "2020-01-0" + (1 + random.nextInt(9)));
        }
    }

    private static double number(Attribute attribute, Random random) {
        double low = attribute.minimum() == null ? -2 : Math.ceil(attribute.minimum());
        double high = attribute.maximum() == null ? low + 4 : Math.floor(attribute.maximum());
        return low + random.nextDouble() * Math.max(0, high - low);
    }
}
