package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerRecord;
import cip.server.jobs.JobState;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleFiles;
import cip.server.samples.SampleRetailer;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The synthetic retailer's way through files, import and tables. */
@OnEveryDatabase
class SampleImportStoreTest {
    private static final int MANY = 500;

    private final Database database;
    private final ImportBench bench;
    private final SampleRetailer retailer = new SampleRetailer(7, LocalDate.of(2026, 5, 31));

    @TempDir
    Path folder;

    SampleImportStoreTest(Database database) {
        this.database = database;
        this.bench = new ImportBench(database, ImportFixture.schema());
    }

    @AfterEach
    void emptyTheTables() throws InterruptedException {
        bench.close();
        database.execute(handle -> {
            handle.execute("delete from customer_transaction");
            handle.execute("delete from customer");
        });
    }

    @Test
    void storedCustomersAreTheGeneratedOnesToTheBitAndGuestsHaveNoAttributes() throws Exception {
        new SampleFiles(retailer, Runnable::run).write(folder, MANY);
        for (String file : List.of("customers.csv", "transactions.csv")) {
            ImportView done = bench.run(bench.upload(folder.resolve(file)), false);
            assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(done.rows().rejected()).isZero();
        }

        List<CustomerRecord> stored = bench.customers.page(Optional.empty(), 2 * MANY, retailer.asOf());
        Map<String, CustomerRecord> expected = new HashMap<>();
        Stream.concat(retailer.customers(MANY), retailer.guests(MANY))
                .map(this::imported)
                .forEach(customer -> expected.put(customer.id().value(), customer));
        assertThat(stored).hasSameSizeAs(expected.values());
        stored.forEach(customer ->
                assertThat(customer).isEqualTo(expected.get(customer.id().value())));
    }

    private CustomerRecord imported(SampleCustomer customer) {
        CustomerRecord record = customer.recordAsOf(retailer.asOf());
        Map<String, Object> known = new HashMap<>(record.attributes());
        known.keySet().removeIf(name -> ImportFixture.schema().attribute(name).isEmpty());
        return new CustomerRecord(record.id(), known, record.purchases());
    }
}
