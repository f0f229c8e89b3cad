package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class ImportsHttpTest {
    private static final String HEADER =
            "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n";

    private final RunningEngine engine;

    ImportsHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    private static Browser.Answer upload(Browser who, String name, String text) {
        return who.write("POST", "/api/imports/files", text, Map.of("X-Requested-With", "cip", "X-File-Name", name));
    }

    private JsonNode await(String id) throws InterruptedException {
        while (true) {
            JsonNode view = engine.admin().get("/api/imports/" + id).json();
            if (!view.get("state").asText().matches("QUEUED|RUNNING")) {
                return view;
            }
            Thread.sleep(20);
        }
    }

    @Test
    void aFileIsSentLookedAtTriedAndImported() throws Exception {
        Browser.Answer sent = upload(
                engine.as(Role.ANALYST),
                "Kund%C3%ACnnen%20+1.csv",
                HEADER.replace(',', ';') + "1;25;45000;200;4,5;North;12\n2;x;45000;200;4,5;North;12\n");
        assertThat(sent.status()).isEqualTo(201);
        JsonNode detected = sent.json().get("detected");
        assertThat(sent.json().get("fileName").asText()).isEqualTo("Kundìnnen +1.csv");
        assertThat(detected.get("delimiter").asText()).isEqualTo(";");
        assertThat(detected.get("decimalSeparator").asText()).isEqualTo(",");
        assertThat(detected.get("table").asText()).isEqualTo("customers");
        assertThat(detected.get("mapping").get("age").asText()).isEqualTo("age");
        assertThat(detected.get("sampleRows").get(0).get(5).asText()).isEqualTo("North");

        String body =
                "{\"fileId\":\"" + sent.json().get("fileId").asText() + "\",\"table\":\"customers\",\"dryRun\":%s}";
        JsonNode dry = await(engine.as(Role.ANALYST)
                .post("/api/imports", String.format(body, true))
                .json()
                .get("id")
                .asText());
        assertThat(dry.get("rows").get("created").asInt()).isEqualTo(1);

        Map<String, String> key = Map.of("X-Requested-With", "cip", "Idempotency-Key", "k1");
        Browser.Answer first = engine.admin().write("POST", "/api/imports", String.format(body, false), key);
        Browser.Answer again = engine.admin().write("POST", "/api/imports", String.format(body, false), key);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).contains("/api/jobs/");
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        JsonNode done = await(first.json().get("id").asText());
        assertThat(done.get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(done.get("rows").get("accepted").asInt()).isEqualTo(1);
        assertThat(done.get("errors").get(0).get("line").asInt()).isEqualTo(3);

        Browser.Answer report =
                engine.admin().get("/api/imports/" + done.get("id").asText() + "/errors");
        assertThat(report.header("Content-Type")).startsWith("text/csv");
        assertThat(report.body()).startsWith("line,column,value,reason\r\n3,age,x,");
        assertThat(engine.admin()
                        .get("/api/imports?limit=1")
                        .json()
                        .get("items")
                        .get(0)
                        .get("id"))
                .isEqualTo(done.get("id"));
        assertThat(engine.admin().get("/api/audit").body()).contains("IMPORT_REQUESTED", "IMPORT_FINISHED");
    }

    @Test
    void aRefusedFileIsAnswered422AndNotKept() throws IOException {
        long before = files();
        Browser.Answer refused = upload(engine.admin(), "a.csv", "{\"user_id\":1}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).contains("JSON");
        assertThat(refused.json().get("hint").asText()).startsWith("Maybe");
        assertThat(files()).isEqualTo(before);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(engine.dataFolder().resolve("imports"))) {
            return files.count();
        }
    }

    @Test
    void aNameThatIsAPathStaysAName() {
        Browser.Answer sent = upload(engine.admin(), "..%2F..%2Fetc%2Fpasswd", HEADER);
        assertThat(sent.json().get("fileName").asText()).isEqualTo("passwd");
        assertThat(Files.exists(engine.dataFolder().resolve("passwd"))).isFalse();
    }

    @Test
    void agentsApproversAndStrangersMayNotImport() {
        assertThat(upload(engine.as(Role.AGENT), "a.csv", HEADER).status()).isEqualTo(403);
        assertThat(engine.as(Role.APPROVER).get("/api/imports").status()).isEqualTo(403);
        assertThat(engine.stranger().get("/api/imports").status()).isEqualTo(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String id = "00000000-0000-7000-8000-000000000000";
        assertThat(engine.admin().get("/api/imports/" + id).status()).isEqualTo(404);
        assertThat(engine.admin().get("/api/imports/..%2f..%2fx/errors").status())
                .isBetween(400, 404);
        assertThat(engine.admin()
                        .post("/api/imports", "{\"fileId\":\"" + id + "\",\"dryRun\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(engine.admin().post("/api/imports", "{\"dryRun\":true}").status())
                .isEqualTo(400);
        assertThat(engine.admin().get("/api/import-sources").body()).isEqualTo("[]");
    }
}
