package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.Program;
import cip.server.app.RunningEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The route that answers without the framework of the others promises what they promise. */
@OnEveryEngine
class SingleDecisionHttpTest {
    private static final String PATH = "/api/decisions";
    private static final String BROUGHT =
            "{\"customer\":{\"id\":\"c1\",\"attributes\":{\"age\":44,\"region\":\"North\"}},\"reasons\":false}";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** One key for all tests of an engine. */
    private static final Map<RunningEngine, Program> PROGRAMS = new HashMap<>();

    private final RunningEngine engine;
    private final Program program;

    SingleDecisionHttpTest(RunningEngine engine) {
        this.engine = engine;
        this.program = PROGRAMS.computeIfAbsent(engine, fresh -> Program.of(fresh, "AGENT"));
    }

    @Test
    void programsAndSignedInPeopleAreAnsweredAlikeAndStrangersAreNot() {
        Browser.Answer byProgram = sent(BROUGHT, JSON);
        Browser.Answer byPerson = engine.admin().post(PATH, BROUGHT);

        assertThat(byProgram.status()).isEqualTo(200);
        assertThat(byProgram.header("Content-Type")).isEqualTo("application/json");
        assertThat(byProgram.header("Cache-Control")).isEqualTo("no-store");
        assertThat(byProgram.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(byProgram.json().path("customerId").asText()).isEqualTo("c1");
        assertThat(byPerson.json().path("actions"))
                .isEqualTo(byProgram.json().path("actions"))
                .isNotEmpty();
        assertProblem(engine.stranger().post(PATH, BROUGHT), 401, "NOT_SIGNED_IN");
    }

    @Test
    void aSessionOfAnotherPageIsRefused() {
        Browser person = engine.admin();
        assertProblem(person.write("POST", PATH, BROUGHT, Map.of()), 403, "NOT_ALLOWED");
        assertProblem(
                person.write(
                        "POST", PATH, BROUGHT, Map.of("X-Requested-With", "cip", "Origin", "http://elsewhere.example")),
                403,
                "NOT_ALLOWED");
        assertProblem(
                sent(BROUGHT, Map.of("Content-Type", "application/json", "Sec-Fetch-Site", "cross-site")),
                403,
                "NOT_ALLOWED");
    }

    @Test
    void otherMethodsAndMediaTypesAreRefusedAsEverywhere() {
        Browser.Answer read = program.get(PATH);
        assertProblem(read, 405, "METHOD_NOT_ALLOWED");
        assertThat(read.header("Allow")).contains("POST");
        assertThat(program.send("OPTIONS", PATH, BodyPublishers.noBody(), Map.of())
                        .header("Allow"))
                .contains("POST");
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/vnd.x+json", "x")) {
            assertProblem(sent(BROUGHT, Map.of("Content-Type", type)), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
        assertProblem(sent(BROUGHT, Map.of()), 415, "UNSUPPORTED_MEDIA_TYPE");
        for (String type :
                List.of("application/json; charset=utf-8", "APPLICATION/JSON", "application/json;charset=x")) {
            assertThat(sent(BROUGHT, Map.of("Content-Type", type)).status())
                    .as(type)
                    .isEqualTo(200);
        }
        for (String type : List.of("*/*", "application/*", "text/html, application/json;q=0.1")) {
            assertThat(sent(BROUGHT, Map.of("Content-Type", "application/json", "Accept", type))
                            .status())
                    .as(type)
                    .isEqualTo(200);
        }
        assertProblem(
                sent(BROUGHT, Map.of("Content-Type", "application/json", "Accept", "text/html")),
                406,
                "NOT_ACCEPTABLE");
    }

    @Test
    void hostileBodiesAreRefusedAndSayWhatIsWrong() {
        assertRefused("", "missing");
        assertRefused("null", "missing");
        assertRefused("{", "not the JSON expected");
        assertRefused("[".repeat(100_000), "JSON");
        assertRefused(BROUGHT + BROUGHT, "JSON");
        assertRefused("{\"customerId\":\"a\",\"customerId\":\"b\"}", "twice");
        assertRefused("{\"customer\":{\"id\":\"a\",\"attributes\":{\"age\":1,\"age\":2}}}", "twice");
        assertRefused("{\"customer\":{\"id\":\"a\",\"attributes\":{\"x\":{\"a\":1,\"a\":2}}}}", "twice");
        assertRefused("{\"customer\":{\"id\":\"a\",\"nonsense\":{}}}", "no such field");
        assertRefused(
                "{\"customer\":{\"id\":\"a\",\"attributes\":" + "{\"a\":".repeat(60) + "1" + "}".repeat(60) + "}}",
                "customer.attributes");
        assertRefused(
                "{\"customer\":{\"id\":\"a\",\"attributes\":{\"age\":" + "1".repeat(200) + "}}}",
                "customer.attributes");
        assertRefused(
                "{\"customer\":{\"id\":\"a\",\"attributes\":{\"region\":\"" + "x".repeat(1_000_100) + "\"}}}",
                "customer.attributes");
        assertRefused("{\"customer\":{\"id\":\"a\",\"attributes\":{\"foo\":1,\"age\":\"x\"}}}", "attribute foo");
        assertRefused("{\"customer\":{\"id\":\"a\",\"attributes\":{\"age\":1e999}}}", "age is not a valid");
        assertRefused("{\"customer\":{\"id\":\"a\",\"attributes\":{\"age\":NaN}}}", "customer.attributes");
        assertRefused("{\"customer\":{\"id\":\"a\",\"transactions\":[null]}}", "occurredAt");
        assertRefused(
                "{\"customer\":{\"id\":\"a\",\"transactions\":[{\"occurredAt\":\"2026-01-01T00:00:00Z\",\"amount\":1e999}]}}",
                "finite");
    }

    @Test
    void bytesThatAreNoTextAreRefusedAndUtf16IsRead() {
        byte[] broken = "{\"customer\":{\"id\":\"x\"}}".getBytes(StandardCharsets.ISO_8859_1);
        broken[19] = (byte) 0xE9;
        assertProblem(program.send("POST", PATH, BodyPublishers.ofByteArray(broken), JSON), 400, "INVALID_VALUE");
        byte[] overlong = "{\"customerId\":\"xy\"}".getBytes(StandardCharsets.ISO_8859_1);
        overlong[15] = (byte) 0xC0;
        overlong[16] = (byte) 0x80;
        assertProblem(program.send("POST", PATH, BodyPublishers.ofByteArray(overlong), JSON), 400, "INVALID_VALUE");

        byte[] utf16 = "{\"customer\":{\"id\":\"Zoë\"},\"reasons\":false}".getBytes(StandardCharsets.UTF_16);
        Browser.Answer read = program.send("POST", PATH, BodyPublishers.ofByteArray(utf16), JSON);
        assertThat(read.json().path("customerId").asText()).isEqualTo("Zoë");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAlsoWhenItGrowsWhileItIsUnzipped() throws IOException {
        String large = " ".repeat(3_000_000);
        Map<String, String> zipped = Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
        for (String body : List.of(large, BROUGHT + large)) {
            assertProblem(program.send("POST", PATH, BodyPublishers.ofByteArray(gzip(body)), zipped), 413, "TOO_LARGE");
        }
        assertThat(program.send("POST", PATH, BodyPublishers.ofByteArray(gzip(BROUGHT)), zipped)
                        .status())
                .isEqualTo(200);
        assertProblem(sent("no gzip", zipped), 400, "INVALID_VALUE");
        assertThat(sent(" ".repeat(1_500_000) + BROUGHT, JSON).status()).isEqualTo(200);
    }

    private void assertRefused(String body, String because) {
        Browser.Answer answer = sent(body, JSON);
        assertProblem(answer, 400, "INVALID_VALUE");
        assertThat(answer.json().path("detail").asText()).contains(because).doesNotContain("cip.", "jackson", "java.");
    }

    private Browser.Answer sent(String body, Map<String, String> headers) {
        return program.send("POST", PATH, BodyPublishers.ofString(body), headers);
    }

    private static void assertProblem(Browser.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
