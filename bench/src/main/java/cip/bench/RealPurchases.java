package cip.bench;

import cip.core.customer.Transaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Transactions by customer, from the public files that CLV models are compared on. */
final class RealPurchases {
    private RealPurchases() {}

    /** CDNOW_master.txt: customer, yyyymmdd, number of CDs, dollars. */
    static Map<String, List<Transaction>> cdnow(Path file) throws IOException {
        Map<String, List<Transaction>> shop = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            String[] cells = line.strip().split("\\s+", -1);
            if (cells[0].matches("\\d+")) {
                LocalDate day = LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE);
                add(shop, cells[0], day.atTime(12, 0).toInstant(ZoneOffset.UTC), cells[3]);
            }
        }
        return shop;
    }

    /** Invoices of UCI Online Retail, gzipped: customer_id, timestamp, amount, further columns; cancellations are negative. */
    static Map<String, List<Transaction>> onlineRetail(Path file) throws IOException {
        Map<String, List<Transaction>> shop = new TreeMap<>();
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (Double.parseDouble(cells[2]) > 0) {
                    add(shop, cells[0], Instant.parse(cells[1]), cells[2]);
                }
            }
        }
        return shop;
    }

    private static void add(Map<String, List<Transaction>> shop, String customer, Instant at, String amount) {
        List<Transaction> own = shop.computeIfAbsent(customer, id -> new ArrayList<>());
        own.add(new Transaction(Integer.toString(own.size()), at, Double.parseDouble(amount), ""));
    }
}
