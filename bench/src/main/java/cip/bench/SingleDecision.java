package cip.bench;

import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.server.imports.csv.CsvFormat;
import cip.server.imports.csv.CsvRows;
import cip.server.imports.csv.Encoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * P3, the part without HTTP: what the trace of every rule adds to deciding for one customer, and what the attributions of the
 * scores add to that.
 */
final class SingleDecision implements Measurement {
    private static final int CUSTOMERS = 200;
    private static final DecisionContext CONTEXT = new DecisionContext(Instant.parse("2026-06-30T00:00:00Z"));

    @Override
    public List<String> rows() {
        return List.of("P3");
    }

    @Override
    public List<Figure> measure() throws Exception {
        Decider decider = GeneratedStrategy.decider();
        Decider unexplained = GeneratedStrategy.decider(false);
        List<CustomerRecord> customers = customers();
        double[] micros = new Contest(5, 15)
                .medianMicros(List.of(
                        new Contest.Entrant(CUSTOMERS, () -> sum(customers, decider, false)),
                        new Contest.Entrant(CUSTOMERS, () -> sum(customers, unexplained, true)),
                        new Contest.Entrant(CUSTOMERS, () -> sum(customers, decider, true))));
        return List.of(
                figure("the trace of 200 rules", micros[0], micros[1]),
                figure("the trace of 200 rules and the attributions of two sums of trees", micros[0], micros[2]));
    }

    private static Figure figure(String with, double bare, double micros) {
        return new Figure(
                "P3",
                "one decision in the process, with " + with,
                String.format(Locale.ROOT, "without %.0f µs", bare),
                String.format(Locale.ROOT, "%.0f µs", micros),
                String.format(Locale.ROOT, "%.2f times the CPU", micros / bare),
                "none: the goal is over HTTP",
                "");
    }

    private static double sum(List<CustomerRecord> customers, Decider decider, boolean withReasons) {
        double sum = 0;
        for (CustomerRecord customer : customers) {
            List<CustomerRecord> one = List.of(customer);
            sum += withReasons
                    ? decider.decideWithReasons(one, CONTEXT).get(0).outcomes().size()
                    : decider.decide(one, CONTEXT).get(0).outcomes().size();
        }
        return sum;
    }

    private static List<CustomerRecord> customers() throws Exception {
        Path file = Files.createTempFile("customers", ".csv");
        GeneratedCustomers.write(file, CUSTOMERS);
        List<CustomerRecord> customers = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(file, new CsvFormat(Encoding.UTF_8, ','))) {
            rows.next();
            rows.forEachRemaining(
                    row -> customers.add(GeneratedCustomers.customer(row.cells(), GeneratedCustomers.header())));
        }
        Files.delete(file);
        return customers;
    }
}
