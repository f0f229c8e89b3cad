package cip.server.audiences;

import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Customers of whom we know who consented to what, some with texts that a spreadsheet would run, imported and decided. */
final class Shop {
    static final int CUSTOMERS = 240;

    private static final List<String> NAMES =
            List.of("Ada Lovelace", "=HYPERLINK(A1)", "+49 Bond", "-Minus", "@SUM(A1)", "O'Neil; \"Liz\", Jr.");
    private static final List<String> REGIONS = List.of("North", "South", "West", "East");
    private static final List<String> ANSWERS = List.of("yes", "no", "");

    private final RunningEngine engine;

    Shop(RunningEngine engine) {
        this.engine = engine;
    }

    static void open(RunningEngine engine) {
        StringBuilder csv =
                new StringBuilder("user_id,name,contact,age,annual_income,purchase_amount,loyalty_score,region,"
                        + "purchase_frequency,consent_email,consent_phone,consent_sms,consent_post\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append(id(i))
                    .append(",\"")
                    .append(name(i).replace("\"", "\"\""))
                    .append("\",c")
                    .append(i);
            csv.append("@example.org,").append(18 + i % 60).append(',').append(20_000 + 700 * (i % 97));
            csv.append(',')
                    .append(10 * (i % 83))
                    .append(',')
                    .append(i % 11)
                    .append(',')
                    .append(REGIONS.get(i % 4));
            csv.append(',').append(i % 31).append(',').append(consent(i)).append(",yes,no,yes\n");
        }
        engine.imported("customers", "shop.csv", csv.toString());
        engine.awaitIdle();
    }

    static String id(int customer) {
        return String.format("S%03d", customer);
    }

    static String name(int customer) {
        return NAMES.get(customer % NAMES.size());
    }

    /** To e-mail. */
    static String consent(int customer) {
        return ANSWERS.get(customer / 7 % ANSWERS.size());
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    /** Creates an audience; the answer is its id. */
    String audience(String name, String source) {
        Browser.Answer made =
                engine.admin().post("/api/audiences", "{\"name\":\"" + name + "\",\"source\":" + source + "}");
        if (made.status() != 201) {
            throw new AssertionError(made.body());
        }
        return made.json().path("id").asText();
    }

    Browser.Answer ask(String audience, String columns, String channel) {
        String to = channel.isEmpty() ? "" : ",\"channel\":\"" + channel + "\"";
        return engine.admin()
                .post(
                        "/api/audiences/" + audience + "/exports",
                        "{\"format\":\"csv\",\"columns\":" + columns + to + "}");
    }

    /** Exports an audience; the answer is the export as it is listed once its file is there. */
    JsonNode exported(String audience, String columns, String channel) {
        Browser.Answer asked = ask(audience, columns, channel);
        if (asked.status() != 202) {
            throw new AssertionError(asked.body());
        }
        engine.succeeded(asked.json());
        return newest(audience);
    }

    JsonNode newest(String audience) {
        return engine.admin()
                .get("/api/audiences/" + audience + "/exports?limit=1")
                .json()
                .at("/items/0");
    }

    Browser.Answer file(JsonNode export) {
        return engine.admin().get("/api/exports/" + export.path("id").asText() + "/file");
    }

    /** The rows of an exported file by the customer's id; fields in quotes keep them. */
    static Map<String, List<String>> rows(String csv) {
        Map<String, List<String>> rows = new HashMap<>();
        List<String> lines = csv.lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            if (rows.put(fields.get(0), fields) != null) {
                throw new AssertionError("Twice in the file: " + fields.get(0));
            }
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ',' && !quoted) {
                fields.add(line.substring(from, i));
                from = i + 1;
            } else if (line.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return fields;
    }
}
