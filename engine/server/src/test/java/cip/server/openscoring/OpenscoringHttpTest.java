package cip.server.openscoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.hash.Sha256;
import cip.server.app.Browser;
import cip.server.app.Program;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of Openscoring that was given our address. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenscoringHttpTest {
    private static final String MODELS = "/openscoring/model";

    /** p(1) = 1 / (1 + exp(3 - 0.02 × recency_days)). */
    private static final String BY_RECENCY =
            """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary>
              <DataField name="recency_days" displayName="Days since" optype="continuous" dataType="double">
                <Interval closure="closedClosed" leftMargin="0" rightMargin="5000"/></DataField>
              <DataField name="churned" optype="categorical" dataType="string"><Value value="1"/><Value value="0"/></DataField>
            </DataDictionary>
            <RegressionModel functionName="classification" normalizationMethod="logit">
              <MiningSchema><MiningField name="churned" usageType="target"/>
                <MiningField name="recency_days" missingValueReplacement="150"/></MiningSchema>
              <Output><OutputField name="p" feature="probability" value="1" optype="continuous" dataType="double"/></Output>
              <RegressionTable targetCategory="1" intercept="-3"><NumericPredictor name="recency_days" coefficient="0.02"/></RegressionTable>
              <RegressionTable targetCategory="0" intercept="0"/>
            </RegressionModel></PMML>
            """;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    private static Program analyst() {
        return Programs.ANALYST;
    }

    /** Made when first asked for, after the engine has started. */
    private static final class Programs {
        static final Program ANALYST = Program.of(ENGINE, "ANALYST");
        static final Program ADMIN = Program.of(ENGINE, "ADMIN");
    }

    @Test
    @Order(1)
    void theModelsOfTheRegistryAreListedAndDescribed() {
        JsonNode listed = analyst().get(MODELS).json();
        assertThat(listed.path("responses").findValuesAsText("id")).contains("churn_risk", "churn_risk@1", "clv");

        JsonNode model = analyst().get(MODELS + "/churn_risk").json();

        assertThat(model.path("id").asText()).isEqualTo("churn_risk");
        assertThat(model.path("miningFunction").asText()).isNotEmpty();
        assertThat(model.at("/schema/inputFields")).isNotEmpty();
        byte[] file = analyst().get(MODELS + "/churn_risk/pmml").body().getBytes(StandardCharsets.UTF_8);
        assertThat(model.at("/properties").path("file.size").asInt()).isEqualTo(file.length);
        assertThat(model.at("/properties").path("file.checksum").asText()).isEqualTo(Sha256.hex(file));
    }

    @Test
    @Order(1)
    void whatIsNotThereAndWhoMayNotAreToldWhereTheClientLooks() {
        Browser.Answer unknown = analyst().get(MODELS + "/shoe_size");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("message").asText()).startsWith("There is no model with this id");
        assertThat(unknown.json().path("code").asText()).isEqualTo("NOT_FOUND");
        assertThat(ENGINE.stranger().get(MODELS).status()).isEqualTo(401);
        assertThat(ENGINE.stranger().get(MODELS).json().path("message").asText())
                .isNotEmpty();
        assertThat(ENGINE.as(Role.AGENT).get(MODELS).status()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void onlyAdministratorsDeployAndTheSameFileAgainChangesNothing() {
        byte[] file = BY_RECENCY.getBytes(StandardCharsets.UTF_8);
        String path = MODELS + "/churn_risk@recency";
        assertThat(analyst().send("PUT", path, file).status()).isEqualTo(403);

        Browser.Answer made = Programs.ADMIN.send("PUT", path, file);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/openscoring/model/churn_risk@recency");
        assertThat(made.json().at("/schema/inputFields/0").toString())
                .isEqualTo("{\"id\":\"recency_days\",\"name\":\"Days since\",\"dataType\":\"double\","
                        + "\"opType\":\"continuous\",\"values\":[\"[0.0, 5000.0]\"]}");
        assertThat(Programs.ADMIN.send("PUT", path, file).status()).isEqualTo(200);
        assertThat(Programs.ADMIN.send("PUT", MODELS + "/churn_risk", file).status())
                .isEqualTo(200);
        assertThat(Programs.ADMIN
                        .send("PUT", MODELS + "/churn_risk@other", file)
                        .status())
                .isEqualTo(409);
        assertThat(ENGINE.admin().get("/api/models/" + Sha256.hex(file)).json().path("aliases"))
                .isEmpty();
        assertThat(ENGINE.admin().get("/api/audit?kind=MODEL_REGISTERED").json().path("items"))
                .hasSize(1);
    }

    @Test
    @Order(2)
    void everyCheckOfAnUploadIsMade() {
        String unknown = BY_RECENCY.replace("recency_days", "shoe_size");
        Browser.Answer refused =
                Programs.ADMIN.send("PUT", MODELS + "/churn_risk", unknown.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("message").asText()).contains("shoe_size");
        assertThat(Programs.ADMIN
                        .send("PUT", MODELS + "/DecisionTreeIris", new byte[10])
                        .status())
                .isEqualTo(400);
        assertThat(Programs.ADMIN
                        .send("PUT", MODELS + "/iris", new byte[10])
                        .json()
                        .path("detail")
                        .asText())
                .contains("its kind must be stated");
    }

    @Test
    @Order(3)
    void aRecordIsScoredAsTheFileSays() {
        Browser.Answer answer =
                analyst().json(MODELS + "/churn_risk@recency", "{\"id\":\"r1\",\"arguments\":{\"recency_days\":150}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("id").asText()).isEqualTo("r1");
        assertThat(answer.json().at("/results/p").asDouble()).isEqualTo(0.5);
        assertThat(p("{}")).isEqualTo(0.5);
        assertThat(p("{\"recency_days\":null,\"something\":\"else\"}")).isEqualTo(0.5);
        assertThat(p("{\"recency_days\":\"300\"}")).isEqualTo(1 / (1 + Math.exp(-3)));
    }

    private static double p(String arguments) {
        return analyst()
                .json(MODELS + "/churn_risk@recency", "{\"arguments\":" + arguments + "}")
                .json()
                .at("/results/p")
                .asDouble();
    }

    @Test
    @Order(3)
    void aRecordThatGetsNoScoreIsRefusedAndInABatchStandsAlone() {
        String bad = "{\"id\":\"bad\",\"arguments\":{\"recency_days\":-1}}";
        Browser.Answer refused = analyst().json(MODELS + "/churn_risk@recency", bad);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("recency_days", "outside the range");
        String list = "{\"arguments\":{\"recency_days\":[1]}}";
        assertThat(analyst().json(MODELS + "/churn_risk@recency", list).status())
                .isEqualTo(400);

        JsonNode answers = analyst()
                .json(
                        MODELS + "/churn_risk@recency/batch",
                        "{\"id\":\"b\",\"requests\":[" + bad
                                + ",{\"id\":\"good\",\"arguments\":{\"recency_days\":150}}]}")
                .json();

        assertThat(answers.path("id").asText()).isEqualTo("b");
        assertThat(answers.at("/responses/0/message").asText()).contains("outside the range");
        assertThat(answers.at("/responses/0/results").isMissingNode()).isTrue();
        assertThat(answers.at("/responses/1/results/p").asDouble()).isEqualTo(0.5);
    }

    @Test
    @Order(3)
    void aFileIsScoredToItsEndAndBadRowsSayWhy() {
        String csv = "Id;recency_days;note\n=1+1;150;a\nb;soon;b\nc;;c\nd;NA;d\ne;1;2;3;4\n";

        Browser.Answer answer = analyst()
                .send(
                        "POST",
                        MODELS + "/churn_risk@recency/csv",
                        BodyPublishers.ofString(csv),
                        Map.of("Content-Type", "text/plain"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines())
                .hasSize(6)
                .contains("Id;churned;p;message", "c;1;0.5;", "d;1;0.5;")
                .anySatisfy(line -> assertThat(line).startsWith("'=1+1;1;0.5;"))
                .anySatisfy(line -> assertThat(line).startsWith("b;;;").contains("recency_days is soon"))
                .anySatisfy(line -> assertThat(line).startsWith("e;;;").contains("Line 6 cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"churn_risk", "clv", "cluster"})
    @Order(3)
    void whatInputsAddIsTheSameForOneRecordForABatchAndForAFile(String model) {
        JsonNode fields = analyst().get(MODELS + "/" + model).json().at("/schema/inputFields");
        List<ObjectNode> questions = questions(fields, 25);
        ObjectNode batch = JsonNodeFactory.instance.objectNode();
        batch.putArray("requests").addAll(questions);

        JsonNode answers = analyst()
                .json(MODELS + "/" + model + "/batch?explain=true", batch.toString())
                .json()
                .path("responses");
        Browser.Answer file = analyst()
                .send(
                        "POST",
                        MODELS + "/" + model + "/csv?explain=true",
                        BodyPublishers.ofString(csv(fields, questions)),
                        Map.of("Content-Type", "text/plain"));
        List<String> lines = file.body().lines().toList();
        List<String> header = List.of(lines.get(0).split(",", -1));

        assertThat(header).contains("attribution.scale", "attribution.baseline").endsWith("message");
        for (int i = 0; i < questions.size(); i++) {
            JsonNode attribution = answers.path(i).path("attribution");
            assertThat(attribution.path("shares"))
                    .as(answers.path(i).toString())
                    .isNotEmpty();
            assertThat(addedUp(attribution, answers.path(i).path("results"), model))
                    .isCloseTo(1, within(2e-3));
            assertThat(analyst()
                            .json(
                                    MODELS + "/" + model + "?explain=true",
                                    questions.get(i).toString())
                            .json())
                    .isEqualTo(answers.path(i));
            List<String> cells = List.of(lines.get(i + 1).split(",", -1));
            assertThat(cells.get(header.indexOf("attribution.scale")))
                    .isEqualTo(attribution.path("scale").asText());
            assertThat(Double.parseDouble(cells.get(header.indexOf("attribution.baseline"))))
                    .isEqualTo(attribution.path("baseline").asDouble());
            attribution.path("shares").forEach(share -> assertThat(Double.parseDouble(cells.get(header.indexOf(
                            "attribution.input." + share.path("input").asText()))))
                    .isEqualTo(share.path("amount").asDouble()));
        }
    }

    /** What baseline and shares give, over the score; of a cluster 1 when the one it is nearest to is the one next to it. */
    private static double addedUp(JsonNode attribution, JsonNode results, String score) {
        double sum = attribution.path("baseline").asDouble();
        for (JsonNode share : attribution.path("shares")) {
            sum += share.path("amount").asDouble();
        }
        return switch (attribution.path("scale").asText()) {
            case "LOG_ODDS" -> 1 / (1 + Math.exp(-sum)) / results.path(score).asDouble();
            case "LOG" -> Math.exp(sum) / results.path(score).asDouble();
            case "UNIT" -> sum / results.path(score).asDouble();
            default -> sum >= 0 ? 1 : 0;
        };
    }

    /** Numbers as JSON numbers and as texts in turn, a tenth of them missing. */
    private static List<ObjectNode> questions(JsonNode fields, int count) {
        Random random = new Random(31);
        List<ObjectNode> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode question = JsonNodeFactory.instance.objectNode().put("id", "r" + i);
            ObjectNode arguments = question.putObject("arguments");
            for (JsonNode field : fields) {
                String name = field.path("id").asText();
                double number = Math.round(1000 * Math.abs(random.nextGaussian())) / 8.0;
                if (random.nextInt(10) == 0) {
                    arguments.putNull(name);
                } else if (field.path("dataType").asText().equals("string")) {
                    JsonNode values = field.path("values");
                    arguments.set(name, values.path(random.nextInt(values.size())));
                } else if (i % 2 == 0) {
                    arguments.put(name, number);
                } else {
                    arguments.put(name, Double.toString(number));
                }
            }
            questions.add(question);
        }
        return questions;
    }

    private static String csv(JsonNode fields, List<ObjectNode> questions) {
        StringBuilder csv = new StringBuilder("Id");
        fields.forEach(field -> csv.append(',').append(field.path("id").asText()));
        for (ObjectNode question : questions) {
            csv.append('\n').append(question.path("id").asText());
            fields.forEach(field -> {
                JsonNode value =
                        question.path("arguments").path(field.path("id").asText());
                csv.append(',').append(value.isNull() ? "" : value.asText());
            });
        }
        return csv.append('\n').toString();
    }

    @Test
    @Order(3)
    void aModelThatTellsTooLittleIsNotExplainedAndSaysWhy() {
        String record = "{\"arguments\":{\"recency_days\":150}}";

        Browser.Answer refused = analyst().json(MODELS + "/churn_risk@recency?explain=true", record);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).contains("cannot be explained");
        assertThat(analyst()
                        .send(
                                "POST",
                                MODELS + "/churn_risk@recency/csv?explain=true",
                                BodyPublishers.ofString("Id,recency_days\na,1\n"),
                                Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(400);
        assertThat(analyst().json(MODELS + "/churn_risk@recency", record).body())
                .doesNotContain("attribution");
        assertThat(ENGINE.dataFolder().resolve("received")).isEmptyDirectory();
    }

    @Test
    @Order(3)
    void aRowWithoutAScoreHasNoSharesAndTheOthersKeepTheirs() {
        JsonNode fields = analyst().get(MODELS + "/churn_risk").json().at("/schema/inputFields");
        String rows = csv(fields, questions(fields, 2)) + "=1+1" + ",".repeat(60) + "x\n";

        List<String> lines = analyst()
                .send(
                        "POST",
                        MODELS + "/churn_risk/csv?explain=true",
                        BodyPublishers.ofString(rows),
                        Map.of("Content-Type", "text/plain"))
                .body()
                .lines()
                .toList();

        int columns = lines.get(0).split(",", -1).length;
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).split(",", -1)).hasSize(columns).contains("LOG_ODDS");
        assertThat(lines.get(3)).startsWith("'=1+1,,,").contains("cannot be read");
    }

    @Test
    @Order(3)
    void aRowWithFewerCellsThanTheHeaderIsRefusedAndNotTakenForMissingValues() {
        String file = "Id,recency_days,note\na,1,\nb,1\n";

        List<String> lines = analyst()
                .send("POST", MODELS + "/churn_risk@recency/csv", file.getBytes(StandardCharsets.UTF_8))
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).doesNotContain("cannot be read");
        assertThat(lines.get(2)).startsWith("b,").contains("Line 3 cannot be read: it has 2 cells, the header 3");
    }

    @Test
    @Order(3)
    void aFileThatCannotBeScoredAsAWholeIsRefusedBeforeTheFirstRow() {
        String path = MODELS + "/churn_risk@recency/csv";
        assertThat(analyst()
                        .send("POST", path, "Id,age\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("no column for 1 of the model's 1 inputs");
        assertThat(analyst().send("POST", path, new byte[0]).status()).isEqualTo(422);
        assertThat(analyst()
                        .send("POST", path, "a,a,recency_days\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(analyst()
                        .send("POST", path + "?delimiterChar=x", new byte[0])
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Order(4)
    void aLongFileGoesThroughRowByRowAndLeavesNothingBehind() throws IOException {
        int rows = 200_000;
        long bytes = 0;
        long lines = 0;
        try (InputStream answer = analyst().stream(
                        "POST", MODELS + "/churn_risk@recency/csv", BodyPublishers.ofInputStream(() -> file(rows)));
                BufferedReader reader = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                bytes += line.length();
                lines++;
            }
        }

        assertThat(lines).isEqualTo(rows + 1);
        assertThat(bytes).isGreaterThan(rows * 10L);
        assertThat(ENGINE.dataFolder().resolve("received")).isEmptyDirectory();
    }

    /** Lines made as they are sent. */
    private static InputStream file(int rows) {
        Iterator<InputStream> lines = IntStream.rangeClosed(0, rows)
                .mapToObj(row -> row == 0 ? "id,recency_days\n" : "customer-" + row + "," + row % 400 + "\n")
                .map(line -> (InputStream) new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return lines.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return lines.next();
            }
        });
    }

    @Test
    @Order(5)
    void nothingIsEverDeleted() {
        assertThat(analyst().delete(MODELS + "/churn_risk@recency").status()).isEqualTo(403);

        Browser.Answer refused = Programs.ADMIN.delete(MODELS + "/churn_risk@recency");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("message").asText()).contains("never deleted");
        assertThat(analyst().get(MODELS + "/churn_risk@recency").status()).isEqualTo(200);
        assertThat(Programs.ADMIN.delete(MODELS + "/shoe_size").status()).isEqualTo(404);
    }
}
