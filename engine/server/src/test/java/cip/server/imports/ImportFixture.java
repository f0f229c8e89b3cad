package cip.server.imports;

import cip.core.customer.Attribute;
import cip.core.customer.Attribute.Role;
import cip.core.customer.Attribute.Type;
import cip.core.customer.CustomerSchema;
import cip.server.customers.TransactionColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of the import share: a schema, a clock and a check of one file without a store. */
final class ImportFixture {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private ImportFixture() {}

    /** The seven columns of the customer-purchasing-behaviors data, all required, and some that are not. */
    static CustomerSchema schema() {
        return new CustomerSchema(List.of(
                attribute("user_id", Type.TEXT, null, null, Role.IDENTIFIER, true),
                attribute("age", Type.WHOLE_NUMBER, 14.0, 120.0, Role.FACT, true),
                attribute("annual_income", Type.NUMBER, 0.0, null, Role.FACT, true),
                attribute("purchase_amount", Type.NUMBER, 0.0, null, Role.FACT, true),
                attribute("loyalty_score", Type.NUMBER, 0.0, 10.0, Role.FACT, true),
                attribute("region", Type.TEXT, null, null, Role.FACT, true),
                attribute("purchase_frequency", Type.WHOLE_NUMBER, 0.0, null, Role.FACT, true),
                attribute("full_name", Type.TEXT, null, null, Role.NAME, false),
                attribute("signup_date", Type.DATE, null, null, Role.SIGNUP_DATE, false),
                attribute("consent_email", Type.YES_NO, null, null, Role.CONSENT, false)));
    }

    /** The id, and everything else optional. */
    static CustomerSchema lenientSchema() {
        return new CustomerSchema(schema().attributes().stream()
                .map(a ->
                        attribute(a.name(), a.type(), a.minimum(), a.maximum(), a.role(), a.role() == Role.IDENTIFIER))
                .toList());
    }

    static ImportTargets targets(CustomerSchema schema) {
        return new ImportTargets(schema, new TransactionColumns());
    }

    static Attribute attribute(
            String name, Type type, @Nullable Double minimum, @Nullable Double maximum, Role role, boolean required) {
        return new Attribute(
                name, name.replace('_', ' '), type, "", minimum, maximum, List.of(), role, false, required, false);
    }

    static Path shared(String path) {
        return Path.of(System.getProperty("cip.root"))
                .resolveSibling("shared")
                .resolve("data")
                .resolve(path);
    }

    static Path file(Path folder, String text) throws IOException {
        return Files.write(folder.resolve("upload.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first pass over a file of customers. */
    static Checked<CustomerRow> customers(Path file, CustomerSchema schema) throws IOException {
        ImportPlan plan = ImportPlan.of(file, ImportOptions.none().into(ImportTable.CUSTOMERS), targets(schema));
        Notices notices = new Notices();
        plan.notices().forEach(notices::add);
        return check(
                plan, new CustomerRowReader(schema, plan.mapping(), plan.decimalSeparator(), CLOCK, notices), notices);
    }

    /** The first pass over a file of transactions. */
    static Checked<TransactionRow> transactions(Path file, CustomerSchema schema) throws IOException {
        ImportPlan plan = ImportPlan.of(file, ImportOptions.none().into(ImportTable.TRANSACTIONS), targets(schema));
        Notices notices = new Notices();
        plan.notices().forEach(notices::add);
        return check(plan, new TransactionRowReader(plan.mapping(), plan.decimalSeparator(), CLOCK, notices), notices);
    }

    private static <T> Checked<T> check(ImportPlan plan, RowReader<T> reader, Notices notices) throws IOException {
        List<T> rows = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        ImportPass<T> pass = new ImportPass<>(reader, errors::add, 1_000_000);
        try (var raw = plan.rows()) {
            pass.run(raw, rows::add, notices, read -> {});
        }
        return new Checked<>(rows, errors, notices.all(), pass.rejected());
    }

    /** What the first pass found. */
    record Checked<T>(List<T> rows, List<RowError> errors, List<String> notices, long rejected) {
        List<Long> rejectedLines() {
            return errors.stream().map(RowError::line).distinct().toList();
        }
    }
}
