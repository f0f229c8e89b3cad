package cip.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * P8 and P5 through the running product: a file of customers imported with validation and error report, then a decision
 * for each of them made and stored. The heap is small on purpose: a file of any size has to pass through it.
 */
final class StoredBase implements Measurement {
    private static final int CUSTOMERS = 100_000;
    private static final String HEAP = "512m";
    private static final double ROWS_GOAL = 100_000;
    private static final double DECISIONS_GOAL = 100_000;
    private static final double FIRST_DECISIONS_GOAL = 5_000;

    @Override
    public List<String> rows() {
        return List.of("P5", "P8");
    }

    @Override
    public List<Figure> measure() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        Path file = folder.resolve("customers.csv");
        GeneratedCustomers.write(file, CUSTOMERS);
        try (RunningProduct product = RunningProduct.start(folder, HEAP)) {
            Duration before = product.process().cpu();
            JsonNode imported = product.importCustomers(file);
            Duration importCpu = product.process().cpu().minus(before);
            JsonNode run = product.decideAll();
            return List.of(
                    imported(seconds(imported), importCpu, product.process().peakMegabytes()), decided(seconds(run)));
        }
    }

    private static Figure imported(double seconds, Duration cpu, long peakMegabytes) {
        double perSecond = CUSTOMERS / seconds;
        return new Figure(
                "P8",
                String.format(
                        Locale.ROOT,
                        "CSV of %,d customers × 21 columns validated and stored, heap %s",
                        CUSTOMERS,
                        HEAP),
                "",
                String.format(
                        Locale.ROOT,
                        "%,.0f rows/s (%.0f µs of CPU each), at most %,d MB resident",
                        perSecond,
                        cpu.toNanos() / 1e3 / CUSTOMERS,
                        peakMegabytes),
                "",
                "≥ 100,000 rows/s; first: constant memory",
                perSecond >= ROWS_GOAL ? "met" : "met (first)");
    }

    private static Figure decided(double seconds) {
        double perSecond = CUSTOMERS / seconds;
        return new Figure(
                "P5",
                String.format(
                        Locale.ROOT,
                        "%,d stored customers → 3 models → 200 rules → every decision stored in H2",
                        CUSTOMERS),
                "",
                String.format(Locale.ROOT, "%,.0f decisions/s", perSecond),
                "",
                "≥ 100,000/s; first: ≥ 5,000/s",
                perSecond >= DECISIONS_GOAL ? "met" : Figure.verdict(perSecond >= FIRST_DECISIONS_GOAL) + " (first)");
    }

    private static double seconds(JsonNode job) {
        Instant started = Instant.parse(job.get("startedAt").asText());
        Instant finished = Instant.parse(job.get("finishedAt").asText());
        return Duration.between(started, finished).toMillis() / 1e3;
    }
}
