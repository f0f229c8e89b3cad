package cip.server.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    private static final SampleRetailer RETAILER = new SampleRetailer(SampleRetailer.DEFAULT_SEED);

    @TempDir
    Path folder;

    /** A change of one byte changes every model and report made from the sample: it must be wanted. */
    @Test
    void theFirstThousandCustomersAreTheSameBytesOnEveryMachine() throws Exception {
        new SampleFiles(RETAILER, Runnable::run).write(folder, 1000);

        assertThat(sha256("customers.csv"))
                .isEqualTo("764bc0b174ecc9c8367ac23efc4ca72dbf6317aae8056719e44d0a87714b34a7");
        assertThat(sha256("transactions.csv"))
                .isEqualTo("bbd067dcb7db9f4b76f0548b656f60cff0e175b45d4f790aeff1d44d8ebe3382");
        assertThat(sha256("truth.csv")).isEqualTo("0b2f4ba079b85845101eadc1d2fec877dd402f6cc75d66c26beb7ef6adff223d");
    }

    @Test
    void moreThreadsWriteTheSameBytes() throws Exception {
        new SampleFiles(RETAILER, Runnable::run).write(folder.resolve("one"), 12_345);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            new SampleFiles(RETAILER, threads).write(folder.resolve("three"), 12_345);
        } finally {
            threads.shutdown();
        }
        for (String name : List.of("customers.csv", "transactions.csv", "truth.csv")) {
            assertThat(Files.mismatch(
                            folder.resolve("one").resolve(name),
                            folder.resolve("three").resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    @Test
    void whatIsWrittenIsWhatIsCounted() throws IOException {
        SampleFiles.Written written = new SampleFiles(RETAILER, Runnable::run).write(folder, 1500);

        assertThat(lines("customers.csv")).hasSize(1501);
        assertThat(written.customers()).isEqualTo(1500);
        assertThat(lines("transactions.csv")).hasSize((int) written.transactions() + 1);
        assertThat(lines("truth.csv")).hasSize(1501 + (int) written.guests());
    }

    @Test
    void noPartOfAFileIsLeftBehind() throws IOException {
        new SampleFiles(RETAILER, Runnable::run).write(folder, 10);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("customers.csv", "transactions.csv", "truth.csv");
        }
    }

    @Test
    void rowsReadAsTheCustomersTheyCameFrom() throws IOException {
        new SampleFiles(RETAILER, Runnable::run).write(folder, 5);

        assertThat(lines("customers.csv").get(0))
                .isEqualTo("user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency,name,"
                        + "contact,consent_email,consent_phone,consent_sms,consent_post,signup_date");
        String[] row = lines("customers.csv").get(1).split(",", -1);
        SampleCustomer first = RETAILER.customer(1);
        assertThat(row[0]).isEqualTo(first.id().value());
        assertThat(Double.valueOf(row[3])).isEqualTo(first.attributes().get("purchase_amount"));
        assertThat(row[7]).isEqualTo(first.attributes().get("name"));
        assertThat(row[13]).isEqualTo(String.valueOf(first.attributes().get("signup_date")));
        assertThat(lines("transactions.csv").get(0)).isEqualTo("reference,customer_id,timestamp,amount,channel");
        assertThat(lines("transactions.csv").get(1))
                .startsWith(first.transactions().get(0).reference() + "," + first.id() + ","
                        + first.transactions().get(0).occurredAt());
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private String sha256(String name) throws IOException, GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(name)));
        return HexFormat.of().formatHex(digest);
    }
}
