package cip.core.feature;

import cip.core.customer.Attribute;
import cip.core.customer.Attribute.Role;
import cip.core.customer.Attribute.Type;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Schema and customers for the tests of this package. */
final class Customers {
    static final Path ROOT = Path.of(System.getProperty("cip.root"));
    static final Path SHARED = ROOT.resolveSibling("shared");
    static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    static final CustomerSchema SCHEMA = new CustomerSchema(List.of(
            attribute("user_id", Type.TEXT, Role.IDENTIFIER, List.of()),
            attribute("name", Type.TEXT, Role.NAME, List.of()),
            attribute("age", Type.WHOLE_NUMBER, Role.FACT, List.of()),
            attribute("annual_income", Type.NUMBER, Role.FACT, List.of()),
            attribute("purchase_amount", Type.NUMBER, Role.FACT, List.of()),
            attribute("loyalty_score", Type.NUMBER, Role.FACT, List.of()),
            attribute("region", Type.TEXT, Role.FACT, List.of("North", "South", "East", "West")),
            attribute("purchase_frequency", Type.NUMBER, Role.FACT, List.of()),
            attribute("consent_email", Type.YES_NO, Role.CONSENT, List.of()),
            attribute("signup_date", Type.DATE, Role.SIGNUP_DATE, List.of())));

    private Customers() {}

    private static Attribute attribute(String name, Type type, Role role, List<String> values) {
        String label = name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1).replace('_', ' ');
        return new Attribute(name, label, type, "", null, null, values, role, false, false, false);
    }

    static FeatureSet shippedFeatures() {
        return FeatureSet.parse(text(ROOT.resolve("rules/features.json")));
    }

    static CustomerRecord customer(String id, Map<String, Object> attributes) {
        return new CustomerRecord(new CustomerId(id), attributes, PurchaseSummary.none());
    }

    /** The lines of a file with a header and without quotes, by column. */
    static List<Map<String, String>> table(String file) {
        List<String> lines = text(SHARED.resolve("data").resolve(file)).lines().toList();
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static List<CustomerRecord> purchasingBehaviors() {
        return table("customer-purchasing-behaviors/customer-purchasing-behaviors.csv").stream()
                .map(row -> {
                    Map<String, Object> attributes = new HashMap<>();
                    attributes.put("region", row.getOrDefault("region", ""));
                    for (String name :
                            List.of("age", "annual_income", "purchase_amount", "loyalty_score", "purchase_frequency")) {
                        attributes.put(name, Double.valueOf(row.getOrDefault(name, "")));
                    }
                    return customer(row.getOrDefault("user_id", ""), attributes);
                })
                .toList();
    }

    /** Customers with missing values, odd values and transactions of every kind. */
    static List<CustomerRecord> generated(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CustomerRecord> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> attributes = new HashMap<>();
            for (String name :
                    List.of("age", "annual_income", "purchase_amount", "loyalty_score", "purchase_frequency")) {
                if (random.nextInt(10) > 0) {
                    attributes.put(name, random.nextInt(8) == 0 ? -0.0 : Math.rint(random.nextDouble(100_000)) / 10);
                }
            }
            if (random.nextInt(10) > 0) {
                attributes.put(
                        "region",
                        List.of("North", "South", "East", "West", "Mars").get(random.nextInt(5)));
            }
            if (random.nextBoolean()) {
                attributes.put("consent_email", random.nextBoolean());
                attributes.put("signup_date", LocalDate.of(2026, 12, 31).minusDays(random.nextInt(3000)));
            }
            List<Transaction> transactions = new ArrayList<>();
            for (int t = random.nextInt(6); t > 0; t--) {
                Instant at = AS_OF.minusSeconds(random.nextLong(63_072_000));
                transactions.add(new Transaction("t" + t, at, random.nextInt(-2000, 9000) / 100.0, "web"));
            }
            customers.add(
                    new CustomerRecord(new CustomerId("c" + i), attributes, PurchaseSummary.of(transactions, AS_OF)));
        }
        return customers;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
