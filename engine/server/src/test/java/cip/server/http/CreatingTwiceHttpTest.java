package cip.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.models.LogisticFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every route that makes something makes it once for one Idempotency-Key. */
@OnEveryEngine
class CreatingTwiceHttpTest {
    private static final String CUSTOMERS =
            "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n"
                    + "1,25,45000,200,4.5,North,12\n2,30,55000,350,7,South,18\n";
    private static final String DECISION = "{\"customerId\":\"1\",\"store\":true}";

    private static final String MODEL = LogisticFile.of("age", 40);

    private final RunningEngine engine;

    CreatingTwiceHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void customers() {
        if (engine.admin().get("/api/customers/1").status() == 404) {
            engine.imported("customers", "customers.csv", CUSTOMERS);
            engine.awaitIdle();
        }
    }

    @Test
    void theSameRequestUnderTheSameKeyGetsTheSameAnswer() {
        assertMadeOnce("/api/users", user("twin", "Twin"), user("twin2", "Other"));
        assertMadeOnce("/api/audiences", audience("Twins", "North"), audience("Twins", "South"));
        assertMadeOnce("/api/decisions", DECISION, "{\"customerId\":\"2\",\"store\":true}");
        assertMadeOnce("/api/trainings", "{\"scores\":[\"clv\"]}", "{\"scores\":[\"clv\"],\"seed\":2}");
        Browser.Answer model = assertMadeOnce("/api/models?score=churn_risk&version=again", MODEL, MODEL + "\n");
        assertMadeOnce("/api/imports/files", CUSTOMERS, CUSTOMERS + "3,30,55000,350,7,South,18\n");
        String file = post("/api/imports/files", CUSTOMERS, "for-import")
                .json()
                .path("fileId")
                .asText();
        assertMadeOnce("/api/imports", anImport(file, true), anImport(file, false));
        String audience = post("/api/audiences", audience("Exported", "North"), "exported")
                .json()
                .path("id")
                .asText();
        assertMadeOnce(
                "/api/audiences/" + audience + "/exports",
                "{\"format\":\"csv\",\"columns\":[]}",
                "{\"format\":\"csv\",\"columns\":[\"clv\"]}");
        String tried = "\"churn_risk\":\"" + model.json().path("hash").asText() + "\"";
        assertMadeOnce(
                "/api/simulations",
                "{\"models\":{" + tried + "}}",
                "{\"models\":{" + tried + ",\"clv\":\"" + champion("clv") + "\"}}");
    }

    @Test
    void aRunOverTheWholeBaseIsAskedForOnce() {
        Browser.Answer first = post("/api/decision-runs", "", "run");
        Browser.Answer again = post("/api/decision-runs", "", "run");
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aRepeatedRequestForAnApiKeyMakesNoSecondKeyAndTellsTheTextToNobody() {
        String body = "{\"name\":\"till\",\"roles\":[\"AGENT\"]}";
        Browser.Answer first = post("/api/api-keys", body, "key");
        Browser.Answer again = post("/api/api-keys", body, "key");
        assertThat(first.json().path("key").asText()).startsWith("cip_");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(again.json().path("key").isNull()).isTrue();
        assertThat(post("/api/api-keys", "{\"name\":\"till2\",\"roles\":[\"AGENT\"]}", "key")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void sentByManyAtOnceItHappensOnce() throws Exception {
        List<Callable<Browser.Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sends.add(() -> post("/api/decisions", DECISION, "many"));
            sends.add(() -> post("/api/users", user("many", "Many"), "many"));
        }
        ExecutorService senders = Executors.newFixedThreadPool(sends.size());
        Set<String> made = new HashSet<>();
        for (Future<Browser.Answer> answer : senders.invokeAll(sends)) {
            assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 201);
            made.add(answer.get().body());
        }
        senders.shutdown();
        assertThat(made).hasSize(2);
    }

    @Test
    void aFileThatWasSentTwiceLiesInTheFolderOnce() throws IOException {
        long before = files();
        post("/api/imports/files", CUSTOMERS + "7,30,55000,350,7,South,18\n", "lies once");
        post("/api/imports/files", CUSTOMERS + "7,30,55000,350,7,South,18\n", "lies once");
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void anAudienceNameIsTakenWhateverItsCaseUntilTheAudienceIsDeleted() {
        Browser.Answer first = engine.admin().post("/api/audiences", audience("Spring sale", "North"));
        assertThat(first.status()).isEqualTo(201);
        Browser.Answer second = engine.admin().post("/api/audiences", audience("SPRING Sale", "South"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("detail").asText())
                .contains("SPRING Sale")
                .contains("already");
        engine.admin().delete("/api/audiences/" + first.json().path("id").asText());
        assertThat(engine.admin()
                        .post("/api/audiences", audience("SPRING Sale", "South"))
                        .status())
                .isEqualTo(201);
    }

    private Browser.Answer assertMadeOnce(String path, String body, String otherBody) {
        String key = "key of " + path.replaceAll("[^a-z]", " ");
        Browser.Answer first = post(path, body, key);
        assertThat(first.status()).as(path + " " + first.body()).isIn(200, 201, 202);
        Browser.Answer again = post(path, body, key);
        assertThat(again.status()).as(path).isEqualTo(first.status());
        assertThat(again.body()).as(path).isEqualTo(first.body());
        assertThat(again.header("Location")).as(path).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).as(path).isEqualTo("true");
        Browser.Answer other = post(path, otherBody, key);
        assertThat(other.status()).as(path + " " + other.body()).isEqualTo(422);
        assertThat(other.json().path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        return first;
    }

    private Browser.Answer post(String path, String body, String key) {
        return engine.admin()
                .write(
                        "POST",
                        path,
                        body,
                        Map.of("X-Requested-With", "cip", "Idempotency-Key", key, "X-File-Name", "customers.csv"));
    }

    private String champion(String score) {
        for (var model : engine.admin().get("/api/models?limit=200").json().path("items")) {
            if (model.path("name").asText().equals(score)
                    && model.path("aliases").toString().contains("CHAMPION")) {
                return model.path("hash").asText();
            }
        }
        throw new AssertionError("No champion of " + score);
    }

    private long files() throws IOException {
        try (var files = Files.list(engine.dataFolder().resolve("imports"))) {
            return files.filter(file -> file.toString().endsWith(".upload")).count();
        }
    }

    private static String user(String name, String displayName) {
        return "{\"username\":\"" + name + "\",\"displayName\":\"" + displayName
                + "\",\"roles\":[\"AGENT\"],\"password\":\"a long enough sentence\"}";
    }

    private static String audience(String name, String region) {
        return "{\"name\":\"" + name + "\",\"source\":{\"condition\":{\"term\":\"region\",\"operator\":\"EQUALS\","
                + "\"value\":\"" + region + "\"}}}";
    }

    private static String anImport(String file, boolean dryRun) {
        return "{\"fileId\":\"" + file + "\",\"table\":\"customers\",\"dryRun\":" + dryRun + "}";
    }
}
