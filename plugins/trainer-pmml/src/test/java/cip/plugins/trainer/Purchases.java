package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Real purchases by customer, then day (from the first day of all), amounts of one day added up. */
record Purchases(Map<String, TreeMap<Integer, Double>> byCustomer, int lastDay) {
    /**
     * Customers who had purchased by a cut.
     *
     * @param spend in the time observed after it
     */
    record Snapshot(FeatureMatrix features, double[] spend) {
        /** With what the repeat purchases so far come to in a day as a feature. */
        Snapshot withSpendRate() {
            List<FeatureColumn> columns = new ArrayList<>(features.columns());
            columns.add(new NumberColumn("spend_rate", repeatRate(1)));
            return new Snapshot(new FeatureMatrix(spend.length, columns), spend);
        }

        /** What the repeat purchases so far come to in as many days. */
        double[] repeatRate(int days) {
            double[] rate = ((NumberColumn) features.column("repeat_rate")).values();
            double[] mean = ((NumberColumn) features.column("mean_amount")).values();
            return IntStream.range(0, spend.length)
                    .mapToDouble(i -> rate[i] * days * mean[i])
                    .toArray();
        }
    }

    Snapshot at(int cut, int observed) {
        List<TreeMap<Integer, Double>> known = byCustomer.values().stream()
                .filter(days -> days.firstKey() < cut)
                .toList();
        int n = known.size();
        double[][] f = new double[5][n];
        double[] spend = new double[n];
        for (int i = 0; i < n; i++) {
            TreeMap<Integer, Double> days = known.get(i);
            Map<Integer, Double> before = days.headMap(cut);
            double total =
                    before.values().stream().mapToDouble(amount -> amount).sum();
            f[0][i] = before.size() - 1;
            f[1][i] = cut - days.headMap(cut).lastKey();
            f[2][i] = f[0][i] / (cut - days.firstKey());
            f[3][i] = total / before.size();
            f[4][i] = total;
            spend[i] = days.subMap(cut, cut + observed).values().stream()
                    .mapToDouble(amount -> amount)
                    .sum();
        }
        return new Snapshot(
                new FeatureMatrix(
                        n,
                        List.of(
                                new NumberColumn("repeats", f[0]),
                                new NumberColumn("recency", f[1]),
                                new NumberColumn("repeat_rate", f[2]),
                                new NumberColumn("mean_amount", f[3]),
                                new NumberColumn("total", f[4]))),
                spend);
    }

    static Purchases cdnow(Path file) throws IOException {
        Map<String, TreeMap<Integer, Double>> byCustomer = new TreeMap<>();
        int first = day("19970101", DateTimeFormatter.BASIC_ISO_DATE);
        int last = 0;
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.strip().split("\\s+");
            if (cells[0].matches("\\d+")) {
                int day = day(cells[1], DateTimeFormatter.BASIC_ISO_DATE) - first;
                last = Math.max(last, day);
                add(byCustomer, cells[0], day, Double.parseDouble(cells[3]));
            }
        }
        return new Purchases(byCustomer, last);
    }

    /** Cancellations are left out. */
    static Purchases retail(Path file) throws IOException {
        Map<String, TreeMap<Integer, Double>> byCustomer = new TreeMap<>();
        int first = day("2010-12-01", DateTimeFormatter.ISO_LOCAL_DATE);
        int last = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                double amount = Double.parseDouble(cells[2]);
                if (amount > 0) {
                    int day = day(cells[1].substring(0, 10), DateTimeFormatter.ISO_LOCAL_DATE) - first;
                    last = Math.max(last, day);
                    add(byCustomer, cells[0], day, amount);
                }
            }
        }
        return new Purchases(byCustomer, last);
    }

    private static void add(Map<String, TreeMap<Integer, Double>> byCustomer, String customer, int day, double amount) {
        byCustomer.computeIfAbsent(customer, absent -> new TreeMap<>()).merge(day, amount, Double::sum);
    }

    private static int day(String text, DateTimeFormatter format) {
        return (int) LocalDate.parse(text, format).toEpochDay();
    }
}
