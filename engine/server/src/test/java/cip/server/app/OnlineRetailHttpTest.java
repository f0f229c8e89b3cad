package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * The 22,190 invoices of a real web shop (UCI Online Retail) from the file to decisions, on the day after the last of them.
 * The expected figures were computed from the same file without the product.
 */
@OnEveryEngine
class OnlineRetailHttpTest {
    private static final Instant TODAY = Instant.parse("2011-12-10T12:00:00Z");
    private static final int INVOICES = 22_190;
    private static final int CUSTOMERS = 4_372;
    private static final int PURCHASERS = 4_338;
    private static final List<String> SCORES = List.of("clv", "churn_risk", "cluster");
    private static final List<String> COLUMNS = List.of(
            "recency_days",
            "purchase_days",
            "average_order_value",
            "monetary_total",
            "clv",
            "churn_risk",
            "cluster",
            "segment",
            "top_action");

    private final RunningEngine engine;

    OnlineRetailHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @BeforeParameterizedClassInvocation
    static void importAndDecide(RunningEngine engine) throws IOException {
        engine.setClockAhead(Duration.between(Instant.now(), TODAY));
        String invoices = invoices();
        JsonNode customers = engine.imported("customers", "customers.csv", customersOf(invoices));
        assertThat(customers.at("/rows/created").asInt()).isEqualTo(CUSTOMERS);
        JsonNode transactions = engine.imported("transactions", "invoices.csv", invoices);
        assertThat(transactions.at("/rows/created").asInt()).isEqualTo(INVOICES);
        assertThat(transactions.at("/rows/rejected").asInt()).isZero();
        engine.awaitIdle();
    }

    private static String invoices() throws IOException {
        Path file = Path.of(System.getProperty("cip.root"))
                .resolveSibling("shared/data/online-retail/online-retail-invoices.csv.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the shop knows of its customers beside their invoices: the country. */
    private static String customersOf(String invoices) {
        Map<String, String> countries = new TreeMap<>();
        for (String line : invoices.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            countries.putIfAbsent(cells[0], cells[3]);
        }
        StringBuilder csv = new StringBuilder(
                "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency,consent_email\n");
        countries.forEach(
                (id, country) -> csv.append(id).append(",,,,,").append(country).append(",,yes\n"));
        return csv.toString();
    }

    @Test
    void recencyFrequencyAndMonetaryValueAreThoseComputedElsewhere() {
        Collection<Map<String, String>> rows = everybody().values();

        assertThat(rows).hasSize(CUSTOMERS);
        double[] recency = numbers(rows, "recency_days");
        assertThat(recency).hasSize(PURCHASERS);
        assertThat(median(recency)).isEqualTo(51);
        assertThat(mean(recency)).isEqualTo(93.06, within(0.005));
        double[] days = Arrays.stream(numbers(rows, "purchase_days"))
                .filter(count -> count > 0)
                .toArray();
        assertThat(days).hasSize(PURCHASERS);
        assertThat(median(days)).isEqualTo(2);
        assertThat(mean(days)).isEqualTo(3.864, within(0.0005));
        assertThat(Arrays.stream(days).max().orElseThrow()).isEqualTo(132);
        double[] spent = rows.stream()
                .filter(row -> !text(row, "average_order_value").isEmpty())
                .mapToDouble(row -> number(row, "average_order_value") * number(row, "purchase_days"))
                .toArray();
        assertThat(median(spent)).isEqualTo(674.48, within(0.006));
        assertThat(mean(spent)).isEqualTo(2_054.27, within(0.005));
        assertThat(Arrays.stream(spent).max().orElseThrow()).isEqualTo(280_206.02, within(0.006));
        assertThat(Arrays.stream(spent).sum()).isEqualTo(8_911_407.90, within(0.05));
    }

    @Test
    void cancellationsAreNettedAgainstPurchases() {
        double net =
                Arrays.stream(numbers(everybody().values(), "monetary_total")).sum();

        assertThat(net).isEqualTo(8_300_065.81, within(0.05));
    }

    @Test
    void everyCustomerHasThreeScoresOrAReasonASegmentAndAnAction() {
        Set<String> segments = new TreeSet<>();
        Set<String> actions = new TreeSet<>();
        JsonNode strategy = engine.admin().get("/api/strategies/live").json();
        strategy.path("segments")
                .forEach(segment -> segments.add(segment.path("name").asText()));
        strategy.path("actions").forEach(action -> actions.add(action.path("id").asText()));

        everybody().forEach((id, row) -> {
            assertThat(segments).contains(row.get("segment"));
            assertThat(actions).contains(row.get("top_action"));
            if (SCORES.stream().anyMatch(score -> text(row, score).isEmpty())) {
                assertThat(decision(id).path("scores")).hasSize(3).allSatisfy(score -> assertThat(
                                score.path("value").isNumber()
                                        || !score.path("problem").asText().isEmpty())
                        .as(id)
                        .isTrue());
            }
        });
    }

    @Test
    void someoneWhoOnlyCancelledIsDecidedWithAReasonForWhatIsMissing() {
        String id = everybody().entrySet().stream()
                .filter(entry -> text(entry.getValue(), "recency_days").isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();

        JsonNode decision = decision(id);

        assertThat(decision.at("/segment/name").asText()).isNotEmpty();
        assertThat(decision.at("/actions/0/reasons")).isNotEmpty();
        assertThat(engine.admin()
                        .post("/api/decisions/" + decision.path("decisionId").asText() + "/replay", "{}")
                        .json()
                        .path("identical")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void countsAddUp() {
        JsonNode overview = engine.admin().get("/api/overview").json();
        assertThat(overview.path("customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(overview.path("decided").asInt()).isEqualTo(CUSTOMERS);
        assertThat(sum(overview.path("segments"))).isEqualTo(CUSTOMERS);
        assertThat(sum(overview.path("actions"))).isEqualTo(CUSTOMERS);
        assertThat(count("{\"term\":\"recency_days\",\"operator\":\"IS_MISSING\"}"))
                .isEqualTo(CUSTOMERS - PURCHASERS);
        assertThat(count("{\"term\":\"recency_days\",\"operator\":\"AT_MOST\",\"value\":51}")
                        + count("{\"term\":\"recency_days\",\"operator\":\"GREATER_THAN\",\"value\":51}"))
                .isEqualTo(PURCHASERS);
    }

    private int count(String condition) {
        JsonNode counted = engine.admin()
                .post("/api/conditions/count", "{\"condition\":" + condition + "}")
                .json();
        assertThat(sum(counted.path("bySegment")))
                .isEqualTo(counted.path("customers").asInt());
        return counted.path("customers").asInt();
    }

    private static int sum(JsonNode groups) {
        int customers = 0;
        for (JsonNode group : groups) {
            customers += group.path("customers").asInt();
        }
        return customers;
    }

    /** Every customer's row by id: from an exported file, and one by one for the holdout, who are in no file. */
    private Map<String, Map<String, String>> everybody() {
        Map<String, Map<String, String>> rows = exported();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page =
                    engine.admin().get("/api/customers?limit=200" + cursor).json();
            page.path("items").forEach(item -> {
                String id = item.path("id").asText();
                if (!rows.containsKey(id)) {
                    rows.put(id, heldOut(id));
                }
            });
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.path("nextCursor").asText();
        }
        return rows;
    }

    private Map<String, Map<String, String>> exported() {
        JsonNode audience = engine.admin()
                .post(
                        "/api/audiences",
                        "{\"name\":\"Everybody " + System.nanoTime()
                                + "\",\"source\":{\"condition\":{\"term\":\"region\",\"operator\":\"IS_PRESENT\"}}}")
                .json();
        String exports = "/api/audiences/" + audience.path("id").asText() + "/exports";
        engine.succeeded(engine.admin()
                .post(exports, "{\"format\":\"csv\",\"columns\":[\"" + String.join("\",\"", COLUMNS) + "\"]}")
                .json());
        String export = engine.admin().get(exports).json().at("/items/0/id").asText();
        List<String> lines = engine.admin()
                .get("/api/exports/" + export + "/file")
                .body()
                .lines()
                .toList();
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                row.put(COLUMNS.get(i), cells[i + 1].replace("\"", ""));
            }
            rows.put(cells[0], row);
        }
        return rows;
    }

    private Map<String, String> heldOut(String id) {
        JsonNode customer = engine.admin().get("/api/customers/" + id).json();
        JsonNode purchases = customer.path("purchases");
        JsonNode decision = customer.path("decision");
        int days = purchases.path("purchaseDays").asInt();
        Map<String, String> row = new TreeMap<>();
        row.put("purchase_days", Integer.toString(days));
        row.put("monetary_total", purchases.path("netAmount").asText());
        row.put(
                "recency_days",
                days == 0
                        ? ""
                        : Long.toString(TODAY.getEpochSecond() / 86_400
                                - Instant.parse(purchases.path("lastPurchase").asText())
                                                .getEpochSecond()
                                        / 86_400));
        row.put(
                "average_order_value",
                days == 0 ? "" : Double.toString(purchases.path("grossAmount").asDouble() / days));
        decision.path("scores")
                .forEach(score -> row.put(
                        score.path("name").asText(),
                        score.path("value").isNull() ? "" : score.path("value").asText()));
        row.put("segment", decision.at("/segment/name").asText());
        row.put("top_action", decision.at("/actions/0/id").asText());
        return row;
    }

    private JsonNode decision(String id) {
        return engine.admin().get("/api/customers/" + id).json().path("decision");
    }

    private static double[] numbers(Collection<Map<String, String>> rows, String column) {
        List<Double> numbers = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (!text(row, column).isEmpty()) {
                numbers.add(number(row, column));
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Empty when the value is missing. */
    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
