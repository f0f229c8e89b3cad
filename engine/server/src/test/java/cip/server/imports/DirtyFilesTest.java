package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.imports.ImportFixture.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken and odd files, each with the verdict and the counts written down before this code was. */
class DirtyFilesTest {
    static Stream<Expected> everyFile() throws IOException {
        return Files.readAllLines(ImportFixture.shared("dirty-csv/index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(f -> new Expected(f[0], f[1], Integer.parseInt(f[4]), Integer.parseInt(f[5])));
    }

    record Expected(String file, String verdict, int accepted, int rejected) {
        boolean isTransactions() {
            return file.contains("-tx-");
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void fileGetsItsVerdictAndItsCounts(Expected expected) throws IOException {
        if (expected.verdict().equals("REFUSE")) {
            assertThatThrownBy(() -> check(expected))
                    .isInstanceOfSatisfying(
                            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE_FILE))
                    .hasMessageContaining("\nMaybe ");
            return;
        }
        Checked<?> checked = check(expected);
        assertThat(checked.rows()).hasSize(expected.accepted());
        assertThat(checked.rejected()).isEqualTo(expected.rejected());
        assertThat(expected.verdict()).isEqualTo(expected.rejected() == 0 ? "ACCEPT" : "PARTIAL");
    }

    private static Checked<?> check(Expected expected) throws IOException {
        Path file = dirty(expected.file());
        return expected.isTransactions()
                ? ImportFixture.transactions(file, ImportFixture.schema())
                : ImportFixture.customers(file, ImportFixture.schema());
    }

    private static Path dirty(String name) {
        return ImportFixture.shared("dirty-csv/" + name);
    }

    private static Checked<CustomerRow> customers(String name) throws IOException {
        return ImportFixture.customers(dirty(name), ImportFixture.schema());
    }

    private static List<Object> column(Checked<CustomerRow> checked, String attribute) {
        return checked.rows().stream()
                .map(row -> row.values().getOrDefault(attribute, "missing"))
                .toList();
    }

    @Test
    void unclosedQuoteIsRefusedNamingItsLine() {
        assertThatThrownBy(() -> customers("21-unclosed-quote.csv")).hasMessageContaining("line 5");
    }

    @Test
    void missingColumnIsRefusedNamingIt() {
        assertThatThrownBy(() -> customers("27-missing-column.csv"))
                .hasMessageContaining("no column holds purchase_amount");
    }

    @Test
    void preambleIsRefusedNamingTheLineOfTheHeader() {
        assertThatThrownBy(() -> customers("32-preamble.csv")).hasMessageContaining("line 4");
    }

    @Test
    void workbookIsRefusedWithTheHintToSaveAsCsv() {
        assertThatThrownBy(() -> customers("61-xlsx-renamed.csv")).hasMessageContaining("save the workbook as CSV");
    }

    @Test
    void utf8MarkIsNoPartOfTheFirstHeader() throws IOException {
        assertThat(customers("06-utf8-bom.csv").notices()).isEmpty();
    }

    @Test
    void westernLettersArriveWhole() throws IOException {
        Checked<CustomerRow> checked = customers("09-latin1.csv");
        assertThat(column(checked, "region")).startsWith("Île-de-France", "Zürich", "Málaga");
        assertThat(checked.notices()).anyMatch(n -> n.contains("windows-1252"));
    }

    @Test
    void rowWithInvalidBytesIsRejectedAndTheOthersKept() throws IOException {
        Checked<CustomerRow> checked = customers("11-utf8-invalid-bytes.csv");
        assertThat(checked.rejectedLines()).containsExactly(3L);
        assertThat(checked.errors().get(0).reason()).contains("invalid bytes");
    }

    @Test
    void decimalCommaIsRead() throws IOException {
        assertThat(column(customers("14-semicolon-decimal-comma.csv"), "loyalty_score"))
                .startsWith(4.5, 7.0);
    }

    @Test
    void quotedDelimitersAndDoubledQuotesStay() throws IOException {
        assertThat(column(customers("19-quoted-commas.csv"), "region")).contains("North, Upper", "East, \"Old\" Town");
    }

    @Test
    void rowWithBackslashQuotesIsRejectedAndLaterRowsAreKept() throws IOException {
        Checked<CustomerRow> checked = customers("23-backslash-escapes.csv");
        assertThat(checked.rejectedLines()).containsExactly(5L);
        assertThat(checked.errors().get(0).reason()).contains("quote");
    }

    @Test
    void spaceAroundValuesIsNoPartOfThem() throws IOException {
        assertThat(column(customers("24-spaces-around.csv"), "region")).startsWith("North", "South");
    }

    @Test
    void unknownColumnIsLeftOutWithANotice() throws IOException {
        assertThat(customers("26-extra-column.csv").notices()).anyMatch(n -> n.contains("left out: email"));
    }

    @Test
    void lastRowOfATruncatedFileIsRejectedWithAWarning() throws IOException {
        Checked<CustomerRow> checked = customers("37-truncated.csv");
        assertThat(checked.rejectedLines()).containsExactly(11L);
        assertThat(checked.notices()).anyMatch(n -> n.contains("cut short"));
    }

    @Test
    void duplicatesAreRejectedAndConflictsNamedAsSuch() throws IOException {
        Checked<CustomerRow> checked = customers("38-duplicate-ids.csv");
        assertThat(checked.errors())
                .extracting(RowError::line, RowError::reason)
                .containsExactly(
                        tuple(12L, "is a duplicate of line 4 with the same values"),
                        tuple(13L, "is a duplicate of line 6 with other values: the two rows conflict"));
    }

    @Test
    void leadingZerosMakeDifferentCustomers() throws IOException {
        assertThat(customers("39-ids-leading-zeros.csv").rows())
                .extracting(row -> row.id().value())
                .containsExactly("00042", "42", "0042");
    }

    @Test
    void mangledIdsAreWarnedAbout() throws IOException {
        assertThat(customers("41-ids-scientific.csv").notices()).anyMatch(n -> n.contains("mangled"));
    }

    @Test
    void rowsWithoutAnIdAreRejected() throws IOException {
        assertThat(customers("43-empty-ids.csv").rejectedLines()).containsExactly(3L, 6L, 9L);
    }

    @Test
    void missingValuesAreNeitherZeroNorText() throws IOException {
        Checked<CustomerRow> checked = customers("44-missing-values.csv");
        assertThat(checked.rows())
                .filteredOn(row -> row.values().size() == 6)
                .extracting(row -> row.id().value())
                .containsExactly("10");
        assertThat(checked.rows()).allMatch(row -> row.values().size() >= 5);
    }

    @Test
    void numbersAreNeverGuessed() throws IOException {
        Checked<CustomerRow> checked = customers("45-bad-numbers.csv");
        assertThat(checked.rejectedLines()).containsExactly(2L, 3L, 4L, 6L, 7L, 8L, 11L);
        assertThat(checked.errors())
                .extracting(RowError::column, RowError::value)
                .contains(tuple("annual_income", "65,000"), tuple("age", "0x1D"));
        assertThat(column(checked, "annual_income")).startsWith(30000.0);
    }

    @Test
    void impossibleValuesAreRejected() throws IOException {
        Checked<CustomerRow> checked = customers("46-out-of-range.csv");
        assertThat(checked.rejectedLines()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(column(checked, "purchase_frequency")).startsWith(14.0);
    }

    @Test
    void spellingsThatDifferInCaseAreReportedAndKeptApart() throws IOException {
        Checked<CustomerRow> checked = customers("48-new-region.csv");
        assertThat(checked.notices()).anyMatch(n -> n.contains("region") && n.contains("North, north"));
        assertThat(column(checked, "region")).startsWith("Antarctica", "north", "North");
    }

    @Test
    void formulasMarkupAndSqlAreStoredAsTheyAre() throws IOException {
        assertThat(column(customers("49-formula-injection.csv"), "region"))
                .startsWith("=HYPERLINK(\"http://x\",\"y\")", "+cmd|calc", "@SUM(A1)", "-2+3");
        assertThat(column(customers("50-html-script.csv"), "region")).startsWith("<script>alert(1)</script>");
        assertThat(column(customers("51-sql-in-text.csv"), "region")).startsWith("x'); DROP TABLE customer;--");
    }

    @Test
    void controlCharactersAreRejected() throws IOException {
        Checked<CustomerRow> checked = customers("53-control-chars.csv");
        assertThat(checked.rejectedLines()).containsExactly(2L, 3L);
        assertThat(checked.errors().get(0).value()).isEqualTo("No\\u0007rth");
    }

    @Test
    void hugeValueIsRejectedWithItsLine() throws IOException {
        Checked<CustomerRow> checked = customers("54-huge-field.csv");
        assertThat(checked.rejectedLines()).containsExactly(4L);
        assertThat(checked.errors().get(0).reason()).contains("longer than");
    }

    @Test
    void headerAloneIsAcceptedWithANotice() throws IOException {
        assertThat(customers("58-header-only.csv").notices()).anyMatch(n -> n.contains("no rows"));
    }

    @Test
    void onlyIsoTimesAreRead() throws IOException {
        Checked<TransactionRow> checked =
                ImportFixture.transactions(dirty("71-tx-mixed-dates.csv"), ImportFixture.schema());
        assertThat(checked.rows())
                .extracting(row -> row.transaction().occurredAt().toString())
                .containsExactly("2024-01-05T00:00:00Z", "2024-01-09T09:30:00Z");
        assertThat(checked.notices()).anyMatch(n -> n.contains("UTC"));
    }

    @Test
    void returnsAndFreeItemsAreKept() throws IOException {
        assertThat(ImportFixture.transactions(dirty("73-tx-returns.csv"), ImportFixture.schema())
                        .rows())
                .extracting(row -> row.transaction().amount())
                .containsExactly(100.0, -100.0, 0.0, -5.0);
    }
}
