package cip.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.RunningEngine;
import cip.server.http.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PluginsHttpTest {
    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    @Test
    void administratorsSeeWhatThePluginsOffer() {
        var answer = ENGINE.admin().get("/api/plugins");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/0/name").asText()).isEqualTo("export-csv");
        assertThat(answer.json().at("/0/kinds/0/kind").asText()).isEqualTo("AUDIENCE_EXPORTER");
        assertThat(answer.json().at("/0/kinds/0/name").asText()).isEqualTo("csv");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MARKETER", "APPROVER", "AGENT", "ANALYST"})
    void nobodyElseDoes(Role role) {
        assertThat(ENGINE.as(role).get("/api/plugins").status()).isEqualTo(403);
    }

    @Test
    void noRouteInstallsAPlugin() {
        assertThat(ENGINE.admin().post("/api/plugins", "{}").status()).isEqualTo(405);
        assertThat(ENGINE.admin().put("/api/plugins/evil", "{}").status()).isEqualTo(404);
    }
}
