package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.Transaction;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleFiles;
import cip.server.samples.SampleRetailer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the synthetic retailer read back as what they were written from. */
class SampleImportTest {
    private static final int MANY = 3000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

    private final SampleRetailer retailer = new SampleRetailer(SampleRetailer.DEFAULT_SEED);

    @TempDir
    Path folder;

    @Test
    void everyCustomerIsReadAsGeneratedAndNoneIsRejected() throws IOException {
        new SampleFiles(retailer, Runnable::run).write(folder, MANY);
        ImportPlan plan = ImportPlan.of(
                folder.resolve("customers.csv"), ImportOptions.none(), ImportFixture.targets(ImportFixture.schema()));
        List<CustomerRow> rows = read(
                plan,
                new CustomerRowReader(
                        ImportFixture.schema(), plan.mapping(), plan.decimalSeparator(), CLOCK, new Notices()));

        assertThat(plan.table()).isEqualTo(ImportTable.CUSTOMERS);
        assertThat(rows).hasSize(MANY);
        List<SampleCustomer> customers = retailer.customers(MANY).toList();
        for (int i = 0; i < MANY; i++) {
            Map<String, Object> expected = new HashMap<>(customers.get(i).attributes());
            expected.keySet().retainAll(mapped(plan));
            assertThat(rows.get(i).id()).isEqualTo(customers.get(i).id());
            assertThat(rows.get(i).values()).isEqualTo(expected);
        }
    }

    @Test
    void everyTransactionIsReadAsGeneratedAndNoneIsRejected() throws IOException {
        new SampleFiles(retailer, Runnable::run).write(folder, MANY);
        ImportPlan plan = ImportPlan.of(
                folder.resolve("transactions.csv"),
                ImportOptions.none(),
                ImportFixture.targets(ImportFixture.schema()));
        List<TransactionRow> rows =
                read(plan, new TransactionRowReader(plan.mapping(), plan.decimalSeparator(), CLOCK, new Notices()));

        assertThat(plan.table()).isEqualTo(ImportTable.TRANSACTIONS);
        List<Transaction> expected = Stream.concat(retailer.customers(MANY), retailer.guests(MANY))
                .flatMap(c -> c.transactions().stream())
                .toList();
        assertThat(rows.stream().map(TransactionRow::transaction)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> mapped(ImportPlan plan) {
        return plan.mapping().columns().stream()
                .map(ColumnMapping.Column::target)
                .toList();
    }

    private static <T> List<T> read(ImportPlan plan, RowReader<T> reader) throws IOException {
        List<T> rows = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        try (var raw = plan.rows()) {
            new ImportPass<>(reader, errors::add, 1_000_000).run(raw, rows::add, new Notices(), read -> {});
        }
        assertThat(errors).isEmpty();
        return rows;
    }
}
