package cip.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no route can mean anything by is refused by all of them alike; the routes are those of openapi.json. */
class RefusedRequestsHttpTest {
    private static final List<String> BODIES =
            List.of("", "{", "[]", "7", "\"text\"", "null", "{\"nonsense\":1}", "{\"a\":1,\"a\":2}", "[".repeat(200));

    private static final Map<String, String> WRONG = Map.of(
            "string",
            "{\"a\":[]}",
            "integer",
            "\"x\"",
            "number",
            "\"x\"",
            "boolean",
            "\"x\"",
            "array",
            "7",
            "object",
            "7");

    /** A name as Java knows its classes. */
    private static final String CLASS_NAME = "(?s).*\\b(com|org|java|javax|jakarta|cip)\\.[a-z]+\\..*";

    private static final Set<String> NUMBERS = Set.of("integer", "number");

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    @Test
    void aBodyThatIsNoneIsAProblem() {
        for (Write write : writes()) {
            for (String body : BODIES) {
                write.send(body);
            }
        }
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() {
        int fields = 0;
        for (Write write : writes()) {
            for (Map.Entry<String, JsonNode> property : write.properties()) {
                String type = property.getValue().path("type").asText();
                if (WRONG.containsKey(type)) {
                    String body = "{\"" + property.getKey() + "\":" + WRONG.get(type) + "}";
                    JsonNode errors = write.send(body).path("errors");
                    assertThat(errors.findValuesAsText("field"))
                            .as("%s %s", write, body)
                            .anyMatch(field -> field.startsWith(property.getKey()));
                    fields++;
                }
            }
        }
        assertThat(fields).isGreaterThan(30);
    }

    @Test
    void aParameterOfAnotherTypeIsNamed() {
        int parameters = 0;
        for (Map.Entry<String, JsonNode> path : paths()) {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                boolean isNumber =
                        NUMBERS.contains(parameter.path("schema").path("type").asText());
                if (isNumber && parameter.path("in").asText().equals("query")) {
                    String name = parameter.path("name").asText();
                    Browser.Answer answer =
                            ENGINE.admin().get("/api" + filled(path.getKey()) + "?" + name + "=twelve&subject=clv");
                    assertThat(problem(answer, path.getKey() + " " + name)
                                    .path("errors")
                                    .findValuesAsText("field"))
                            .containsExactly(name);
                    parameters++;
                }
            }
        }
        assertThat(parameters).isGreaterThan(9);
    }

    @Test
    void whatTheRulesOfAFieldRefuseIsNamedToo() {
        assertRefused(
                "/api/users",
                "{\"username\":\"weak\",\"displayName\":\"W\",\"roles\":[\"AGENT\"],\"password\":\"short\"}",
                "password");
        assertRefused(
                "/api/api-keys",
                "{\"name\":\"old\",\"roles\":[\"AGENT\"],\"expiresAt\":\"2001-01-01T00:00:00Z\"}",
                "expiresAt");
        assertRefused("/api/decisions", "{}", "customerId");
        assertRefused("/api/decisions", "{\"customer\":{}}", "customer.id");
        assertRefused("/api/imports", "{\"fileId\":\"none\",\"dryRun\":true}", "fileId");
        assertRefused("/api/trainings", "{\"scores\":[\"luck\"]}", "scores");
        assertRefused(
                "/api/trainings",
                "{\"scores\":[\"churn_risk\"],\"settings\":{\"churn_risk\":{\"boosting\":{\"depth\":\"9\"}}}}",
                "settings.churn_risk.boosting.depth");
        assertRefused("/api/simulations", "{\"models\":{\"luck\":\"none\"}}", "models.luck");
        assertRefused("/api/audiences", "{\"name\":\"A\",\"source\":{}}", "source");
        assertRefused("/api/models?score=luck&version=1", "x", "kind");
    }

    private static void assertRefused(String path, String body, String field) {
        assertThat(problem(ENGINE.admin().post(path, body), path + " " + body)
                        .path("errors")
                        .findValuesAsText("field"))
                .as("%s %s", path, body)
                .containsExactly(field);
    }

    private static JsonNode problem(Browser.Answer answer, String asked) {
        assertThat(answer.status()).as("%s answered %s", asked, answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(asked).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.body()).as(asked).doesNotMatch(CLASS_NAME);
        return answer.json();
    }

    /** Every route that takes JSON. */
    private static List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths()) {
            for (String method : List.of("post", "put", "patch")) {
                JsonNode schema = path.getValue()
                        .path(method)
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
                if (!schema.isMissingNode()) {
                    writes.add(new Write(method.toUpperCase(java.util.Locale.ROOT), filled(path.getKey()), schema));
                }
            }
        }
        assertThat(writes).hasSizeGreaterThan(13);
        return writes;
    }

    private static Set<Map.Entry<String, JsonNode>> paths() {
        return description().path("paths").properties();
    }

    private static JsonNode description() {
        return ENGINE.admin().get("/api/openapi.json").json();
    }

    /** A path nobody made anything under. */
    private static String filled(String path) {
        return path.replace("{alias}", "CHALLENGER").replaceAll("\\{[^}]+}", "nothing");
    }

    private record Write(String method, String path, JsonNode schema) {
        /** The problem it is answered with. */
        JsonNode send(String body) {
            Browser.Answer answer =
                    ENGINE.admin().write(method, "/api" + path, body, Map.of("X-Requested-With", "cip"));
            return problem(answer, this + " " + body);
        }

        Set<Map.Entry<String, JsonNode>> properties() {
            String name = schema.path("$ref").asText().replaceAll(".*/", "");
            return description()
                    .path("components")
                    .path("schemas")
                    .path(name)
                    .path("properties")
                    .properties();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
