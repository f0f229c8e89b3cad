package cip.server.audiences;

import static cip.server.audiences.AudiencesHttpTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files made of audiences: what is in them, who may have them, and until when. */
@OnEveryEngine
class ExportsHttpTest {
    private static final String EVERYBODY = "{\"condition\":{\"term\":\"age\",\"operator\":\"IS_PRESENT\"}}";

    private final RunningEngine engine;
    private final Shop shop;

    ExportsHttpTest(RunningEngine engine) {
        this.engine = engine;
        this.shop = new Shop(engine);
    }

    @BeforeParameterizedClassInvocation
    static void openShop(RunningEngine engine) {
        Shop.open(engine);
        new Shop(engine).audience("Everybody", EVERYBODY);
    }

    private String everybody() {
        for (JsonNode audience :
                engine.admin().get("/api/audiences?limit=200").json().path("items")) {
            if (audience.path("name").asText().equals("Everybody")) {
                return audience.path("id").asText();
            }
        }
        throw new AssertionError("There is no audience of everybody.");
    }

    @Test
    void theManifestsChecksumIsThatOfTheFileAndItSaysWhoWasLeftOut() throws NoSuchAlgorithmException {
        JsonNode export = shop.exported(everybody(), "[\"name\",\"segment\",\"clv\"]", "EMAIL");
        Browser.Answer file = shop.file(export);
        JsonNode manifest = engine.admin()
                .get("/api/exports/" + export.path("id").asText() + "/manifest")
                .json();

        byte[] bytes = file.body().getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(manifest.path("sha256").asText()).isEqualTo(sha256);
        assertThat(export.path("sha256").asText()).isEqualTo(sha256);
        assertThat(file.header("ETag")).contains(sha256);
        assertThat(manifest.path("sizeBytes").asInt()).isEqualTo(bytes.length);
        assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(bytes.length));
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + manifest.path("fileName").asText() + "\"");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(manifest.path("rows").asInt()
                        + manifest.at("/suppressed/noConsent").asInt()
                        + manifest.at("/suppressed/heldOut").asInt())
                .isEqualTo(manifest.path("chosen").asInt())
                .isEqualTo(Shop.CUSTOMERS);
        assertThat(manifest.path("modelHashes")).hasSize(3);
        assertThat(manifest.path("strategyHash")).isEqualTo(export.path("strategyHash"));
    }

    @Test
    void nobodyWithoutConsentToTheChannelIsInTheFile() {
        Map<String, List<String>> mailed = Shop.rows(
                shop.file(shop.exported(everybody(), "[\"contact\"]", "EMAIL")).body());
        Map<String, List<String>> texted = Shop.rows(
                shop.file(shop.exported(everybody(), "[\"contact\"]", "SMS")).body());

        assertThat(mailed).isNotEmpty();
        assertThat(mailed.keySet())
                .allSatisfy(id -> assertThat(Shop.consent(Shop.number(id))).isEqualTo("yes"));
        assertThat(texted).isEmpty();
    }

    @Test
    void consentTakenBackAfterTheRunCounts() {
        JsonNode before = shop.exported(everybody(), "[]", "PHONE");
        engine.imported("customers", "objection.csv", objection("no"));
        JsonNode after = shop.exported(everybody(), "[]", "PHONE");
        engine.imported("customers", "objection.csv", objection("yes"));
        engine.awaitIdle();

        assertThat(Shop.rows(shop.file(before).body())).containsKey(Shop.id(8));
        assertThat(Shop.rows(shop.file(after).body())).doesNotContainKey(Shop.id(8));
        assertThat(after.path("rows").asInt()).isEqualTo(before.path("rows").asInt() - 1);
    }

    private static String objection(String answer) {
        return "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency,consent_phone\n"
                + Shop.id(8) + ",26,25600,80,8,North,8," + answer + "\n";
    }

    @Test
    void textsAreSafeToOpenInASpreadsheetAndNumbersStayNumbers() {
        String file = shop.file(shop.exported(everybody(), "[\"name\",\"annual_income\"]", ""))
                .body();

        Map<String, List<String>> rows = Shop.rows(file);
        assertThat(file).startsWith("user_id,name,annual_income\r\n");
        assertThat(rows.values()).allSatisfy(row -> {
            int customer = Shop.number(row.get(0));
            String name = Shop.name(customer);
            String safe = "=+-@".indexOf(name.charAt(0)) < 0 ? name : "'" + name;
            assertThat(row.get(1).replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                    .isEqualTo(safe);
            assertThat(row.get(2)).isEqualTo(Integer.toString(20_000 + 700 * (customer % 97)));
        });
    }

    @Test
    void aFileIsGoneWhenItsTimeIsOverButStaysOnRecord() {
        JsonNode export = shop.exported(everybody(), "[]", "");
        String id = export.path("id").asText();
        try {
            engine.setClockAhead(Duration.ofDays(7).plusMinutes(1));

            problem(shop.file(export), 404, "NOT_FOUND", "any more");
            problem(engine.admin().get("/api/exports/" + id + "/manifest"), 404, "NOT_FOUND", "any more");
            assertThat(shop.newest(everybody()).path("sha256")).isEqualTo(export.path("sha256"));
        } finally {
            engine.setClockAhead(Duration.ZERO);
        }
    }

    @Test
    void anExportThatWaitsCanBeCancelledAndLeavesNoFile() {
        for (int i = 0; i < 5; i++) {
            engine.admin().post("/api/decision-runs", "{}");
        }
        JsonNode job = shop.ask(everybody(), "[]", "").json();

        assertThat(engine.admin().delete("/api/jobs/" + job.path("id").asText()).status())
                .isEqualTo(204);

        assertThat(engine.ended(job).path("state").asText()).isEqualTo("CANCELLED");
        JsonNode export = shop.newest(everybody());
        assertThat(export.path("state").asText()).isEqualTo("CANCELLED");
        problem(shop.file(export), 404, "NOT_FOUND", "yet");
        assertThat(engine.dataFolder()
                        .resolve("exports")
                        .toFile()
                        .list((folder, name) ->
                                name.startsWith(export.path("id").asText())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {"format":"xlsx","columns":[]}                                  | xlsx
                    {"format":"csv","columns":["shoe_size"]}                        | shoe_size
                    {"format":"csv","columns":["clv","clv"]}                        | twice
                    {"format":"csv","columns":[],"channel":"PIGEON"}                | PIGEON
                    {"format":"csv","columns":["contact"]}                          | channel
                    {"format":"csv","columns":["contact"],"channel":"DESK"}         | DESK
                    {"format":"csv"}                                                | columns
                    {"columns":[]}                                                  | format
                    """)
    void anExportThatCannotBeMadeIsRefusedBeforeThereIsAJob(String body, String named) {
        String before = engine.admin().get("/api/jobs?limit=1").body();

        Browser.Answer refused = engine.admin().post("/api/audiences/" + everybody() + "/exports", body);

        assertThat(refused.status()).as(refused.body()).isBetween(400, 422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body()).contains(named);
        assertThat(engine.admin().get("/api/jobs?limit=1").body()).isEqualTo(before);
    }

    @Test
    void filesThatNamePersonsAreForThoseWhoContactCustomers() {
        String plain = shop.exported(everybody(), "[\"clv\"]", "").path("id").asText();
        String personal =
                shop.exported(everybody(), "[\"name\"]", "").path("id").asText();

        for (Role role : List.of(Role.ANALYST, Role.APPROVER)) {
            assertThat(engine.as(role).get("/api/exports/" + plain + "/file").status())
                    .isEqualTo(200);
            problem(engine.as(role).get("/api/exports/" + personal + "/file"), 403, "NOT_ALLOWED", "persons");
            problem(engine.as(role).get("/api/exports/" + personal + "/manifest"), 403, "NOT_ALLOWED", "persons");
        }
        assertThat(engine.as(Role.MARKETER)
                        .get("/api/exports/" + personal + "/file")
                        .status())
                .isEqualTo(200);
        problem(engine.as(Role.AGENT).get("/api/exports/" + plain + "/file"), 403, null, "");
        problem(engine.stranger().get("/api/exports/" + plain + "/file"), 401, null, "");
        assertThat(engine.admin()
                        .get("/api/exports/..%2f..%2fstore.password/file")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoTookWhichFileIsOnRecord() {
        JsonNode export = shop.exported(everybody(), "[\"name\"]", "POST");
        engine.as(Role.MARKETER).get("/api/exports/" + export.path("id").asText() + "/file");

        JsonNode event = engine.admin()
                .get("/api/audit?kind=EXPORT_DOWNLOADED&limit=1")
                .json()
                .at("/items/0");

        assertThat(event.path("actor").asText()).isEqualTo("marketer");
        assertThat(event.path("subject")).isEqualTo(export.path("id"));
        assertThat(event.path("detail").asText())
                .contains(export.path("rows").asText(), export.path("sha256").asText(), "personal");
    }

    @Test
    void aFileThatSomebodyDeletedByHandIsNotFoundAndShowsInTheIntegrityCheck() throws IOException {
        JsonNode export = shop.exported(everybody(), "[]", "");
        Path file =
                engine.dataFolder().resolve("exports").resolve(export.path("id").asText() + ".csv");
        assertThat(engine.admin()
                        .get("/api/admin/integrity")
                        .json()
                        .path("valid")
                        .asBoolean())
                .isTrue();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);

        problem(shop.file(export), 404, "NOT_FOUND", "export the audience again");
        JsonNode integrity = engine.admin().get("/api/admin/integrity").json();
        assertThat(integrity.path("valid").asBoolean()).isFalse();
        assertThat(integrity.at("/violations/every export has its file").asInt())
                .isEqualTo(1);
        Files.write(file, bytes);
    }

    @Test
    void theFormatsAreThoseOfThePlugins() {
        assertThat(engine.as(Role.MARKETER)
                        .get("/api/export-formats")
                        .json()
                        .at("/0/name")
                        .asText())
                .isEqualTo("csv");
    }
}
