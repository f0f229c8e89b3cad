package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineHttpTest {
    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    @Test
    void anUnknownRouteIsAProblem() {
        Browser.Answer answer = ENGINE.stranger().get("/api/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void everyAnswerForbidsTheBrowserWhatTheConsoleDoesNotNeed() {
        for (String path : new String[] {"/", "/api/nowhere", "/customers/1", "/assets/none.js"}) {
            Browser.Answer answer = ENGINE.stranger().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'")
                    .contains("frame-ancestors 'none'", "trusted-types 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Server")).isEmpty();
        }
        assertThat(ENGINE.stranger().get("/api/nowhere").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void metricsAreForTheOperatorOnly() {
        Browser.Answer metrics = ENGINE.operator().get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("_2xx_responses_total ");
        assertThat(ENGINE.stranger().get("/metrics").body()).doesNotContain("_2xx_responses_total ");
    }

    @Test
    void healthIsForTheOperatorOnly() {
        Browser.Answer health = ENGINE.operator().get("/healthcheck");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().at("/database/healthy").asBoolean()).isTrue();
        assertThat(ENGINE.stranger().get("/healthcheck").body()).doesNotContain("deadlocks");
    }
}
