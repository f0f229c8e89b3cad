package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.Program;
import cip.server.app.RunningEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that would read, call out, run, hang or blow up, sent by both routes that take models. */
class HostileModelsHttpTest {
    private static final Path PACKS =
            Path.of(System.getProperty("cip.root")).resolveSibling("shared").resolve("checks/packs");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MEMORY = 96L << 20;
    private static final int MEGABYTE = 1_000_000;

    private static int files;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    private int modelsBefore;
    private boolean taken;

    /** Made when first asked for, after the engine has started. */
    private static final class Programs {
        static final Program ADMIN = Program.of(ENGINE, "ADMIN");
    }

    /** @param expectation accept, reject, or survive: either will do, as long as nothing else happens */
    record Hostile(String id, byte[] file, boolean zipped, String expectation) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Hostile> hostile() throws IOException {
        List<Hostile> all = new ArrayList<>();
        for (String line : Files.readAllLines(PACKS.resolve("index.tsv"))) {
            String[] cells = line.split("\t");
            if (cells[1].startsWith("pmml")) {
                byte[] file = Files.readAllBytes(PACKS.resolve(cells[2]));
                boolean zipped = cells[2].endsWith(".gz");
                all.add(new Hostile(cells[0], zipped ? file : readingAge(file), zipped, cells[3]));
            }
        }
        all.addAll(made());
        return all;
    }

    /** The pack's models read x, which we do not have. */
    private static byte[] readingAge(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.replace("\"x\"", "\"age\"").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Hostile> made() {
        StringBuilder bomb = new StringBuilder("<!ENTITY a0 'lol'>");
        for (int i = 1; i < 10; i++) {
            String name = "&a" + (i - 1) + ";";
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(name.repeat(10))
                    .append("'>");
        }
        String calls = "<DefineFunction name='f' optype='continuous'><ParameterField name='p'/>"
                + "<Apply function='f'><FieldRef field='p'/></Apply></DefineFunction>";
        String circle =
                "<DerivedField name='d' optype='continuous' dataType='double'><FieldRef field='e'/></DerivedField>"
                        + "<DerivedField name='e' optype='continuous' dataType='double'><FieldRef field='d'/></DerivedField>";
        return List.of(
                reject("made-xxe", "<!DOCTYPE PMML [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + tree("", "&x;")),
                reject("made-external-dtd", "<!DOCTYPE PMML SYSTEM 'http://127.0.0.1:9/x.dtd'>" + tree("", "1")),
                reject("made-entity-bomb", "<!DOCTYPE PMML [" + bomb + "]>" + tree("", "&a9;")),
                reject("made-function-calls-itself", tree(calls, "1")),
                reject("made-fields-in-a-circle", tree(circle, "1")),
                reject("made-unknown-function", tree(derived("org.h2.tools.Shell"), "1")),
                reject("made-class-of-ours", tree(derived("cip.server.app.EngineApplication"), "1")),
                reject("made-nested-100000-deep", tree("<Extension>".repeat(100_000), "1")),
                reject("made-long-attribute", tree("<!-- -->", "1".repeat(2_000_000))),
                reject("made-text-in-place-of-xml", "PMML ".repeat(1000)));
    }

    private static Hostile reject(String id, String file) {
        return new Hostile(id, file.getBytes(StandardCharsets.UTF_8), false, "reject");
    }

    private static String derived(String function) {
        return "<DerivedField name='d' optype='continuous' dataType='double'><Apply function='" + function
                + "'><FieldRef field='age'/></Apply></DerivedField>";
    }

    private static String tree(String transformations, String score) {
        return "<PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/><DataDictionary>"
                + "<DataField name='age' optype='continuous' dataType='double'/>"
                + "<DataField name='y' optype='continuous' dataType='double'/></DataDictionary>"
                + "<TransformationDictionary>" + transformations + "</TransformationDictionary>"
                + "<TreeModel functionName='regression'><MiningSchema><MiningField name='y' usageType='target'/>"
                + "<MiningField name='age'/></MiningSchema><Node id='0' score='" + score
                + "'><True/></Node></TreeModel></PMML>";
    }

    @BeforeEach
    void countModels() {
        modelsBefore = models();
    }

    @AfterEach
    void nothingIsStoredAndTheServerIsWell() throws IOException {
        assertThat(models()).isEqualTo(modelsBefore + (taken ? 1 : 0));
        assertThat(ENGINE.operator().get("/healthcheck").status()).isEqualTo(200);
        try (Stream<Path> left = Files.list(ENGINE.dataFolder().resolve("received"))) {
            assertThat(left).isEmpty();
        }
    }

    private static int models() {
        return ENGINE.admin().get("/api/models?limit=200").json().path("items").size();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileFileIsRefusedOrHarmlessByEitherRoute(Hostile hostile) {
        Map<String, String> headers = hostile.zipped() ? Map.of("Content-Encoding", "gzip") : Map.of();
        String version = "v" + ++files;
        BodyPublisher body = BodyPublishers.ofByteArray(hostile.file());

        Browser.Answer posted =
                timed("POST", "/api/models?score=hostile&kind=AMOUNT&version=" + version, body, headers);
        Browser.Answer put = timed("PUT", "/openscoring/model/hostile@" + version + "?kind=AMOUNT", body, headers);

        taken = posted.status() == 201;
        switch (hostile.expectation()) {
            case "accept" -> assertThat(posted.status()).as(posted.body()).isEqualTo(201);
            case "reject" -> assertThat(posted.status()).as(posted.body()).isBetween(400, 499);
            default -> assertThat(posted.status()).as(posted.body()).isIn(201, 409, 413, 422);
        }
        assertThat(put.status()).as(put.body()).isEqualTo(taken ? 200 : posted.status());
        if (!taken) {
            assertClear(posted);
            assertClear(put);
            assertThat(put.json().path("message").asText()).isNotEmpty();
        }
    }

    @Test
    void aRefusalDoesNotRepeatWhatItWasSent() {
        for (String route : List.of("/api/customers?sort=", "/api/models?asOf=")) {
            Browser.Answer refused = Programs.ADMIN.get(route + "LINK_SCHEMA(org.h2.Driver)");
            assertThat(refused.status()).isEqualTo(400);
            assertClear(refused);
        }
    }

    static List<Integer> megabytes() {
        return List.of(100, 600);
    }

    @ParameterizedTest(name = "{0} MB")
    @MethodSource("megabytes")
    void aFileLargerThanAnyModelIsRefusedWithoutBeingHeld(int megabytes) {
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new Blanks((long) megabytes * MEGABYTE));
        long before = used();

        for (String[] route : new String[][] {
            {"POST", "/api/models?score=hostile&kind=AMOUNT&version=large"},
            {"PUT", "/openscoring/model/hostile@large?kind=AMOUNT"}
        }) {
            try {
                Browser.Answer answer = timed(route[0], route[1], body, Map.of());
                assertThat(answer.status()).isEqualTo(413);
                assertClear(answer);
            } catch (UncheckedIOException hungUp) {
                assertThat(megabytes).as(hungUp.toString()).isGreaterThan(512);
            }
        }

        assertThat(used() - before).isLessThan(MEMORY);
    }

    private static Browser.Answer timed(String method, String path, BodyPublisher body, Map<String, String> headers) {
        long start = System.nanoTime();
        Browser.Answer answer = Programs.ADMIN.send(method, path, body, headers);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        return answer;
    }

    private static void assertClear(Browser.Answer refused) {
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("detail").asText()).isNotEmpty();
        assertThat(refused.body())
                .doesNotContain("root:x:", "Exception", "org.h2.", "java.lang", "cip.server", "org.jpmml");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** As many blanks as asked for, none of them kept. */
    private static final class Blanks extends InputStream {
        private long left;

        Blanks(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int bytes = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + bytes, (byte) ' ');
            left -= bytes;
            return bytes;
        }
    }
}
