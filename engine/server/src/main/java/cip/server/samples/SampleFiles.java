package cip.server.samples;

import cip.core.customer.Transaction;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Writes a sample as three CSV files: {@code customers.csv}, {@code transactions.csv} and, not for import, {@code truth.csv}.
 * Equal seed, day and number give equal bytes with any executor. A file appears under its name when it is complete.
 */
public final class SampleFiles {
    private static final int CUSTOMERS_PER_PIECE = 1000;
    private static final int PIECES_AHEAD = 8;
    private static final List<String> ATTRIBUTES = List.of(
            "age",
            "annual_income",
            "purchase_amount",
            "loyalty_score",
            "region",
            "purchase_frequency",
            "name",
            "contact",
            "consent_email",
            "consent_phone",
            "consent_sms",
            "consent_post",
            "signup_date");

    private final SampleRetailer retailer;
    private final Executor executor;

    public SampleFiles(SampleRetailer retailer, Executor executor) {
        this.retailer = retailer;
        this.executor = executor;
    }

    /** What was written. */
    public record Written(long customers, long guests, long transactions, SampleCeilings ceilings) {}

    /** Some customers' part of each file. */
    private record Piece(
            CsvBytes customers, CsvBytes transactions, CsvBytes truth, List<SampleTruth> truths, Rows rows) {}

    private record Rows(long customers, long guests, long transactions) {}

    public Written write(Path folder, long customers) throws IOException {
        Files.createDirectories(folder);
        List<String> names = List.of("customers.csv", "transactions.csv", "truth.csv");
        List<OutputStream> files = new ArrayList<>();
        try {
            for (String name : names) {
                files.add(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".part")), 1 << 16));
            }
            Written written = writePieces(files, customers);
            for (OutputStream file : files) {
                file.close();
            }
            for (String name : names) {
                Files.move(
                        folder.resolve(name + ".part"),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            return written;
        } finally {
            for (OutputStream file : files) {
                file.close();
            }
            for (String name : names) {
                Files.deleteIfExists(folder.resolve(name + ".part"));
            }
        }
    }

    private Written writePieces(List<OutputStream> files, long customers) throws IOException {
        header().writeTo(files.get(0));
        header("reference", "customer_id", "timestamp", "amount", "channel").writeTo(files.get(1));
        header("user_id", "churn_probability", "clv", "purchases_next_12_months", "spend_next_12_months")
                .writeTo(files.get(2));
        SampleCeilings ceilings = new SampleCeilings();
        Deque<CompletableFuture<Piece>> ahead = new ArrayDeque<>();
        Written written = new Written(0, 0, 0, ceilings);
        long next = 1;
        while (next <= customers || !ahead.isEmpty()) {
            while (next <= customers && ahead.size() < PIECES_AHEAD) {
                long first = next;
                long last = Math.min(customers, first + CUSTOMERS_PER_PIECE - 1);
                ahead.add(CompletableFuture.supplyAsync(() -> piece(first, last), executor));
                next = last + 1;
            }
            Piece piece = ahead.remove().join();
            piece.customers().writeTo(files.get(0));
            piece.transactions().writeTo(files.get(1));
            piece.truth().writeTo(files.get(2));
            piece.truths().forEach(ceilings::add);
            written = new Written(
                    written.customers() + piece.rows().customers(),
                    written.guests() + piece.rows().guests(),
                    written.transactions() + piece.rows().transactions(),
                    ceilings);
        }
        return written;
    }

    private Piece piece(long first, long last) {
        CsvBytes customers = new CsvBytes();
        CsvBytes transactions = new CsvBytes();
        CsvBytes truth = new CsvBytes();
        List<SampleTruth> truths = new ArrayList<>();
        long guests = 0;
        long rows = 0;
        for (long number = first; number <= last; number++) {
            List<SampleCustomer> both = new ArrayList<>(List.of(retailer.customer(number)));
            retailer.guest(number).ifPresent(both::add);
            guests += both.size() - 1;
            for (SampleCustomer customer : both) {
                if (!customer.guest()) {
                    customer(customers, customer);
                }
                customer.transactions().forEach(t -> transaction(transactions, customer, t));
                rows += customer.transactions().size();
                truth(truth, customer);
                truths.add(customer.truth());
            }
        }
        return new Piece(customers, transactions, truth, truths, new Rows(last - first + 1, guests, rows));
    }

    private static CsvBytes header() {
        List<String> names = new ArrayList<>(List.of("user_id"));
        names.addAll(ATTRIBUTES);
        return header(names.toArray(String[]::new));
    }

    private static CsvBytes header(String... names) {
        CsvBytes header = new CsvBytes();
        for (String name : names) {
            header.text(name);
        }
        header.endRow();
        return header;
    }

    private static void customer(CsvBytes out, SampleCustomer customer) {
        out.text(customer.id().value());
        for (String name : ATTRIBUTES) {
            Object value = customer.attributes().get(name);
            if (value instanceof Double number) {
                out.shortest(number);
            } else if (value instanceof LocalDate date) {
                out.date(date);
            } else if (value == null) {
                out.missing();
            } else {
                out.text(value.toString());
            }
        }
        out.endRow();
    }

    private static void transaction(CsvBytes out, SampleCustomer customer, Transaction transaction) {
        out.text(transaction.reference());
        out.text(customer.id().value());
        out.time(transaction.occurredAt().getEpochSecond());
        out.decimal(transaction.amount(), 2);
        out.text(transaction.channel());
        out.endRow();
    }

    private static void truth(CsvBytes out, SampleCustomer customer) {
        out.text(customer.id().value());
        out.decimal(customer.truth().churnProbability(), 6);
        out.decimal(customer.truth().clv(), 2);
        out.whole(customer.truth().purchases());
        out.decimal(customer.truth().spend(), 2);
        out.endRow();
    }
}
