package cip.plugins.clv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Purchases of a real shop: spend by customer and day. CDNOW has free items; they count. */
record Shop(Map<String, TreeMap<Long, Double>> days) {
    private static final Path DATA =
            Path.of(System.getProperty("cip.root")).resolveSibling("shared").resolve("data");

    /** One in ten customers of CDNOW: 2,357. */
    static Shop cdnowSample() {
        return cdnow("CDNOW_sample.txt", 1);
    }

    /** All 23,570 customers of CDNOW. */
    static Shop cdnow() {
        return cdnow("CDNOW_master.txt", 0);
    }

    private static Shop cdnow(String file, int customer) {
        Shop shop = new Shop(new TreeMap<>());
        try (Stream<String> lines = Files.lines(DATA.resolve("cdnow").resolve(file), StandardCharsets.US_ASCII)) {
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells[0].matches("\\d+"))
                    .forEach(cells -> shop.add(
                            cells[customer],
                            LocalDate.parse(cells[customer + 1], DateTimeFormatter.BASIC_ISO_DATE),
                            Double.parseDouble(cells[customer + 3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shop;
    }

    /** Invoices of UCI Online Retail that are no cancellations. */
    static Shop onlineRetail() {
        Shop shop = new Shop(new TreeMap<>());
        lines(DATA.resolve("online-retail/online-retail-invoices.csv.gz"), line -> {
            String[] cells = line.split(",");
            if (cells[0].matches("\\d+") && Double.parseDouble(cells[2]) > 0) {
                shop.add(cells[0], LocalDate.parse(cells[1].substring(0, 10)), Double.parseDouble(cells[2]));
            }
        });
        return shop;
    }

    private static void lines(Path file, Consumer<String> each) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String customer, LocalDate day, double amount) {
        days.computeIfAbsent(customer, id -> new TreeMap<>()).merge(day.toEpochDay(), amount, Double::sum);
    }

    /**
     * Everybody who had purchased by a day, and what they did in the days after it.
     *
     * @param repeatMeans mean spend of the days after the first; 0 without
     */
    record Seen(
            double[] purchaseDays,
            double[] recencyDays,
            double[] tenureDays,
            double[] means,
            double[] repeatMeans,
            double[] laterSpend,
            double[] laterDays) {
        static Seen at(Shop shop, LocalDate cut, int horizonDays) {
            long today = cut.toEpochDay();
            List<double[]> rows = shop.days().values().stream()
                    .filter(days -> days.firstKey() <= today)
                    .map(days -> row(days, today, horizonDays))
                    .toList();
            double[][] columns = new double[7][rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < columns.length; column++) {
                    columns[column][i] = rows.get(i)[column];
                }
            }
            return new Seen(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
        }

        private static double[] row(TreeMap<Long, Double> days, long today, int horizonDays) {
            var before = days.headMap(today, true);
            var after = days.subMap(today, false, today + horizonDays, true);
            double spent = before.values().stream().mapToDouble(x -> x).sum();
            double repeated = spent - before.values().iterator().next();
            return new double[] {
                before.size(),
                today - before.lastKey(),
                today - before.firstKey(),
                spent / before.size(),
                before.size() == 1 ? 0 : repeated / (before.size() - 1),
                after.values().stream().mapToDouble(x -> x).sum(),
                after.size()
            };
        }

        RepeatPurchases repeats() {
            double[] last = new double[tenureDays.length];
            Arrays.setAll(last, i -> (tenureDays[i] - recencyDays[i]) / 7);
            return RepeatPurchases.of(
                    Arrays.stream(purchaseDays).map(n -> n - 1).toArray(),
                    last,
                    Arrays.stream(tenureDays).map(t -> t / 7).toArray());
        }
    }
}
