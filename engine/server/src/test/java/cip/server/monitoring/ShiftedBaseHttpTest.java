package cip.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import cip.server.samples.SampleFiles;
import cip.server.samples.SampleRetailer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The customers the shipped models were made for, and then the same ones with incomes of half as much again and a fifth of them
 * in a region that no model has seen.
 */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShiftedBaseHttpTest {
    private static final int CUSTOMERS = 1_500;
    private static final int INCOME = 2;
    private static final int REGION = 5;
    private static final Set<String> SHIFTED = Set.of(
            "input/clv/annual_income", "input/clv/region", "input/churn_risk/annual_income", "input/churn_risk/region");

    private final RunningEngine engine;

    ShiftedBaseHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    @Order(1)
    void beforeTheFirstRunNothingIsMeasured() {
        JsonNode empty = engine.as(Role.MARKETER).get("/api/monitoring").json();

        assertThat(empty.path("asOf").isNull()).isTrue();
        assertThat(empty.path("runs").asInt()).isZero();
        assertThat(empty.path("models")).isEmpty();
        assertThat(empty.path("segments").isNull()).isTrue();
    }

    @Test
    @Order(2)
    void theCustomersTheModelsWereMadeForHaveNotDrifted(@TempDir Path folder) throws IOException {
        SampleRetailer retailer = new SampleRetailer(SampleRetailer.DEFAULT_SEED);
        engine.setClockAhead(Duration.between(Instant.now(), retailer.asOf()));
        new SampleFiles(retailer, Runnable::run).write(folder, CUSTOMERS);
        engine.imported("customers", "customers.csv", Files.readString(folder.resolve("customers.csv")));
        engine.awaitIdle();
        assertThat(monitoring().path("runs").asInt()).isEqualTo(1);
        assertThat(monitoring().at("/segments/drift/verdict").asText()).isEqualTo("NOT_ENOUGH_DATA");
        engine.imported("transactions", "transactions.csv", Files.readString(folder.resolve("transactions.csv")));
        engine.awaitIdle();

        JsonNode monitoring = monitoring();
        assertThat(withVerdict(monitoring, "DRIFT", "WATCH")).isEmpty();
        assertThat(subjects(monitoring)).hasSize(15 + 1 + 15 + 1 + 5 + 1);
        // the run before knew no transactions yet, so segments and actions were others
        assertThat(monitoring.at("/segments/drift/verdict").asText()).isEqualTo("DRIFT");
        assertThat(monitoring.at("/actions/drift/verdict").asText()).isEqualTo("DRIFT");
        assertThat(gauge()).isEqualTo("2.0");
    }

    @Test
    @Order(3)
    void exactlyWhatWasShiftedHasDrifted(@TempDir Path folder) throws IOException {
        new SampleFiles(new SampleRetailer(SampleRetailer.DEFAULT_SEED), Runnable::run).write(folder, CUSTOMERS);
        engine.imported("customers", "shifted.csv", shifted(Files.readAllLines(folder.resolve("customers.csv"))));
        engine.awaitIdle();

        JsonNode monitoring = monitoring();
        assertThat(withVerdict(monitoring, "DRIFT")).isEqualTo(SHIFTED);
        assertThat(monitoring.path("models").toString()).contains("\"category\":\"Overseas\"");
        assertThat(gauge()).isEqualTo("4.0");
    }

    @Test
    @Order(4)
    void theHistoryTellsWhenItBegan() {
        JsonNode history = engine.as(Role.ANALYST)
                .get("/api/monitoring/history?subject=input/clv/annual_income")
                .json();

        List<String> verdicts = new ArrayList<>();
        history.forEach(run -> verdicts.add(run.at("/drift/verdict").asText()));
        assertThat(verdicts).containsExactly("DRIFT", "STABLE", "STABLE");
        assertThat(engine.admin().get("/api/monitoring/history?subject=nothing").json())
                .isEmpty();
        assertThat(engine.admin().get("/api/monitoring/history").status()).isEqualTo(400);
    }

    @Test
    @Order(5)
    void theMixOfSegmentsAddsUpThenAndNow() {
        JsonNode bins = monitoring().at("/segments/drift/bins");

        double reference = 0;
        double current = 0;
        for (JsonNode bin : bins) {
            reference += bin.path("reference").asDouble();
            current += bin.path("current").asDouble();
        }
        assertThat(reference).isBetween(0.9999999, 1.0000001);
        assertThat(current).isBetween(0.9999999, 1.0000001);
    }

    @Test
    @Order(6)
    void agentsAndStrangersDoNotSeeIt() {
        assertThat(engine.as(Role.AGENT).get("/api/monitoring").status()).isEqualTo(403);
        assertThat(engine.stranger().get("/api/monitoring").status()).isEqualTo(401);
        assertThat(engine.as(Role.APPROVER).get("/api/monitoring").status()).isEqualTo(200);
    }

    private JsonNode monitoring() {
        return engine.admin().get("/api/monitoring").json();
    }

    private String gauge() {
        return engine.operator()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("drift_subjects "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.joining());
    }

    private static Map<String, JsonNode> subjects(JsonNode monitoring) {
        Map<String, JsonNode> subjects = new TreeMap<>();
        for (JsonNode model : monitoring.path("models")) {
            subjects.put(model.at("/scores/subject").asText(), model.path("scores"));
            model.path("inputs")
                    .forEach(input -> subjects.put(input.path("subject").asText(), input));
        }
        return subjects;
    }

    private static Set<String> withVerdict(JsonNode monitoring, String... verdicts) {
        Set<String> found = new TreeSet<>();
        subjects(monitoring).forEach((subject, measured) -> {
            if (List.of(verdicts).contains(measured.at("/drift/verdict").asText())) {
                found.add(subject);
            }
        });
        return found;
    }

    private static String shifted(List<String> lines) {
        StringBuilder csv = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (!cells[INCOME].isEmpty()) {
                cells[INCOME] = String.valueOf(Double.parseDouble(cells[INCOME]) * 1.5);
            }
            if (i % 5 == 0) {
                cells[REGION] = "Overseas";
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }
}
