package cip.bench;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Customers with the attributes of {@link GeneratedStrategy}, made from a seed, as records and as a CSV file. */
final class GeneratedCustomers {
    private static final double MISSING_SHARE = 0.02;

    private GeneratedCustomers() {}

    static List<String> header() {
        List<String> names = new ArrayList<>(List.of("customer_id", "consent_email"));
        for (int i = 0; i < GeneratedModels.FEATURES; i++) {
            names.add(GeneratedModels.feature(i));
        }
        return names;
    }

    /** Writes customers; 2 % of the numbers are missing. */
    static void write(Path file, int customers) throws IOException {
        Random random = new Random(13);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", header()) + "\n");
            for (int i = 0; i < customers; i++) {
                out.write(String.format(Locale.ROOT, "C%08d,%s", i, random.nextBoolean()));
                for (int feature = 0; feature < GeneratedModels.FEATURES; feature++) {
                    boolean missing = random.nextDouble() < MISSING_SHARE;
                    out.write(missing ? "," : "," + Math.round(random.nextGaussian() * 1e4) / 1e4);
                }
                out.write('\n');
            }
        }
    }

    /** @param cells in the order of the header, {@code null} = missing */
    static CustomerRecord customer(@Nullable String[] cells, List<String> header) {
        Map<String, Object> attributes = new HashMap<>(cells.length * 2);
        for (int i = 1; i < cells.length; i++) {
            String cell = cells[i];
            if (cell != null) {
                attributes.put(header.get(i), i == 1 ? Boolean.valueOf(cell) : Double.valueOf(cell));
            }
        }
        return new CustomerRecord(new CustomerId(String.valueOf(cells[0])), attributes, PurchaseSummary.none());
    }
}
