package cip.bench;

import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Outcome;
import cip.plugins.csv.ExportCsvPlugin;
import cip.server.imports.csv.CsvFormat;
import cip.server.imports.csv.CsvRows;
import cip.server.imports.csv.Encoding;
import cip.spi.AudienceExporter;
import cip.spi.AudienceExporter.AudienceColumn;
import cip.spi.AudienceExporter.AudienceWriter;
import cip.spi.Settings;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** P4: from a file of customers to a file of recommendations, nothing stored: the product's parts in one thread. */
final class FileToAudience implements Measurement {
    private static final int CUSTOMERS = 20_000;
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 3;
    private static final double GOAL = 600_000;
    private static final double FIRST_GOAL = 8_000;
    private static final DecisionContext CONTEXT = new DecisionContext(Instant.parse("2026-06-30T00:00:00Z"));
    private static final List<AudienceColumn> COLUMNS = List.of(
            new AudienceColumn("customer", AudienceColumn.Type.TEXT),
            new AudienceColumn("segment", AudienceColumn.Type.TEXT),
            new AudienceColumn("action", AudienceColumn.Type.TEXT),
            new AudienceColumn("expected_value", AudienceColumn.Type.NUMBER));

    @Override
    public List<String> rows() {
        return List.of("P4");
    }

    @Override
    public List<Figure> measure() throws Exception {
        Decider decider = GeneratedStrategy.decider();
        Path folder = Files.createTempDirectory("bench");
        Path in = folder.resolve("customers.csv");
        Path out = folder.resolve("audience.csv");
        GeneratedCustomers.write(in, CUSTOMERS);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] perSecond = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long start = process.getProcessCpuTime();
            run(decider, in, out);
            double seconds = (process.getProcessCpuTime() - start) / 1e9;
            if (round >= 0) {
                perSecond[round] = CUSTOMERS / seconds;
            }
        }
        long bytes = Files.size(out);
        Files.delete(in);
        Files.delete(out);
        Files.delete(folder);
        Arrays.sort(perSecond);
        double median = perSecond[ROUNDS / 2];
        return List.of(new Figure(
                "P4",
                "CSV → 3 models → 200 rules → ranking → audience CSV, " + CUSTOMERS + " customers (" + bytes
                        + " bytes out)",
                "",
                String.format(Locale.ROOT, "%,.0f rows per CPU second", median),
                "",
                "≥ 600,000; first: ≥ 8,000",
                median >= GOAL ? "met" : Figure.verdict(median >= FIRST_GOAL) + " (first)"));
    }

    private static void run(Decider decider, Path in, Path out) throws Exception {
        AudienceExporter exporter =
                new ExportCsvPlugin().audienceExporters().get(0).create(Settings.none());
        try (CsvRows rows = CsvRows.open(in, new CsvFormat(Encoding.UTF_8, ','));
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            AudienceWriter audience = exporter.open(file, COLUMNS);
            List<String> header = GeneratedCustomers.header();
            rows.next();
            List<CustomerRecord> batch = new ArrayList<>(BATCH);
            while (rows.hasNext()) {
                batch.add(GeneratedCustomers.customer(rows.next().cells(), header));
                if (batch.size() == BATCH || !rows.hasNext()) {
                    for (Decision decision : decider.decide(batch, CONTEXT)) {
                        write(audience, decision);
                    }
                    batch.clear();
                }
            }
            audience.finish();
        }
    }

    private static void write(AudienceWriter audience, Decision decision) throws Exception {
        for (Outcome outcome : decision.outcomes()) {
            if (outcome instanceof Outcome.Recommended first) {
                audience.write(new Object[] {
                    decision.customer().value(),
                    decision.segment().id(),
                    first.action().id(),
                    first.factors().expectedValue()
                });
                return;
            }
        }
    }
}
