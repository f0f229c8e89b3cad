package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.server.imports.ImportFixture.Checked;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and values somebody sends to break the import: refused, or taken with an error for each bad row. */
class HostileFilesTest {
    private final Path folder;

    HostileFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Checked<CustomerRow> check(String text) throws IOException {
        return ImportFixture.customers(ImportFixture.file(folder, text), ImportFixture.lenientSchema());
    }

    private String pack(String name) throws IOException {
        Path pack = ImportFixture.shared("../checks/packs/strings/csv_import_files.json");
        Map<String, String> files = new ObjectMapper().readValue(pack.toFile(), new TypeReference<>() {});
        return Objects.requireNonNull(files.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dup_header.csv", "unclosed.csv", "empty.csv", "many_cols.csv"})
    void fileOfThePackIsRefused(String name) throws IOException {
        String text = pack(name);
        assertThatThrownBy(() -> check(text)).isInstanceOf(EngineException.class);
    }

    @Test
    void filesOfThePackKeepTheirGoodRows() throws IOException {
        assertCounts("bom.csv", 1, 0);
        assertCounts("ragged.csv", 0, 2);
        assertCounts("nul.csv", 0, 1);
        assertCounts("header_only.csv", 0, 0);
        assertCounts("dup_key.csv", 1, 1);
        assertCounts("nan.csv", 1, 3);
        assertCounts("locale.csv", 0, 1);
        assertCounts("semicolon.csv", 1, 0);
        assertCounts("latin1.csv", 1, 0);
        assertCounts("long_line.csv", 0, 1);
        assertCounts("crlf_in_quotes.csv", 1, 0);
        assertCounts("formula.csv", 1, 0);
    }

    private void assertCounts(String name, int accepted, int rejected) throws IOException {
        Checked<CustomerRow> checked = check(pack(name));
        assertThat(checked.rows()).as(name).hasSize(accepted);
        assertThat(checked.rejected()).as(name).isEqualTo(rejected);
    }

    @Test
    void valuesOfThePackArriveUnchangedButForTheSpaceAround() throws IOException {
        Path pack = ImportFixture.shared("../checks/packs/strings/csv_values.json");
        List<String> values = new ObjectMapper().readValue(pack.toFile(), new TypeReference<>() {});
        for (String value : values) {
            String quoted = '"' + value.replace("\"", "\"\"") + '"';
            Checked<CustomerRow> checked = check("user_id,region\n7," + quoted + "\n8,after\n");
            String kept = value.strip();
            Object expected = kept.isEmpty() || kept.equals("-") ? "missing" : kept;
            if (kept.length() > 10_000) {
                assertThat(checked.rejectedLines()).containsExactly(2L);
                continue;
            }
            assertThat(checked.rows())
                    .extracting(row -> row.values().getOrDefault("region", "missing"))
                    .containsExactly(expected, "after");
        }
    }

    @Test
    void quoteThatSwallowsLinesIsRefusedAndNotARejectedRow() {
        assertThatThrownBy(() -> check("user_id,region\n1,\"North\n2,South\n3,\"West\"\n4,East\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 4");
    }

    @Test
    void megabytesInsideQuotesAreRejectedAndTheNextRowIsRead() throws IOException {
        String huge = "x".repeat(3_000_000);
        Checked<CustomerRow> checked = check("user_id,region\n1,\"" + huge + "\"\n2,South\n");
        assertThat(checked.rejectedLines()).containsExactly(2L);
        assertThat(checked.rows()).hasSize(1);
    }

    @Test
    void valueOfTheGreatestLengthIsKeptAndOneMoreIsNot() throws IOException {
        String longest = "x".repeat(10_000);
        assertThat(check("user_id,region\n1," + longest + "\n").rows()).hasSize(1);
        assertThat(check("user_id,region\n1,\"" + longest + "\"\n").rows()).hasSize(1);
        assertThat(check("user_id,region\n1," + longest + "x\n").rows()).isEmpty();
        assertThat(check("user_id,region\n1,\"" + longest + "x\"\n").rows()).isEmpty();
    }

    @Test
    void linesAreCountedThroughQuotedLineEnds() throws IOException {
        Checked<CustomerRow> checked = check("user_id,region,age\r\n1,\"a\r\nb\",20\r\n2,South,x\r\n");
        assertThat(checked.rejectedLines()).containsExactly(4L);
    }

    @Test
    void unmarkedUtf16IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("u.csv"), "user_id,age\n1,30\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> ImportFixture.customers(file, ImportFixture.lenientSchema()))
                .hasMessageContaining("UTF-16");
    }

    @Test
    void goodUtf8BesideInvalidBytesIsNotTakenForAnotherEncoding() throws IOException {
        byte[] text = "user_id,region\n1,Zürich\n2,M?laga\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) 0xE1 : text[i];
        }
        Path file = Files.write(folder.resolve("m.csv"), text);
        Checked<CustomerRow> checked = ImportFixture.customers(file, ImportFixture.lenientSchema());
        assertThat(checked.rows()).extracting(row -> row.values().get("region")).containsExactly("Zürich");
        assertThat(checked.rejectedLines()).containsExactly(3L);
    }

    @Test
    void thousandsAreNotTakenForDecimals() throws IOException {
        assertThat(check("user_id;annual_income\n1;45,000\n").rejectedLines()).containsExactly(2L);
        assertThat(check("user_id;annual_income\n1;45000,5\n").rows())
                .extracting(row -> row.values().get("annual_income"))
                .containsExactly(45000.5);
    }

    @Test
    void idOfForeignCharactersAndTheLongestLengthIsKept() throws IOException {
        assertThat(check("user_id,age\n" + "ß".repeat(64) + ",30\n").rows()).hasSize(1);
        assertThat(check("user_id,age\n" + "ß".repeat(65) + ",30\n").rejectedLines())
                .containsExactly(2L);
    }
}
