package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.ConfigOverride;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WarmUpHttpTest {
    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2(ConfigOverride.config("requests.warmUp", "3s"));

    @Test
    void afterRehearsingNothingIsOnRecordAndDecisionsAreMade() {
        JsonNode audit = ENGINE.admin().get("/api/audit").json();
        assertThat(audit.findValuesAsText("kind")).isNotEmpty().doesNotContain("CUSTOMER_VIEWED", "CUSTOMERS_LISTED");
        assertThat(ENGINE.admin().get("/api/customers/warm-up-0").status()).isEqualTo(404);
        assertThat(ENGINE.admin()
                        .post("/api/decisions", "{\"customer\":{\"id\":\"c1\",\"attributes\":{\"age\":44}}}")
                        .json()
                        .path("actions"))
                .isNotEmpty();
    }
}
