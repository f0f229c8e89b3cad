package cip.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsersAndKeysHttpTest {
    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    @Test
    void anApiKeyIsShownOnceAndCarriesItsRolesOnly() {
        Browser.Answer created =
                ENGINE.admin().post("/api/api-keys", "{\"name\":\"checkout\",\"roles\":[\"APPROVER\"]}");
        assertThat(created.status()).isEqualTo(201);
        String key = created.json().get("key").asText();
        assertThat(key).startsWith("cip_");
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + key);
        assertThat(ENGINE.stranger().get("/api/audit", bearer).status()).isEqualTo(200);
        assertThat(ENGINE.stranger().get("/api/users", bearer).status()).isEqualTo(403);
        assertThat(ENGINE.stranger()
                        .get("/api/session", bearer)
                        .json()
                        .get("username")
                        .asText())
                .isEqualTo("key:checkout");
        assertThat(ENGINE.admin().get("/api/api-keys").body())
                .contains("checkout")
                .doesNotContain(key);

        String id = created.json().get("id").asText();
        assertThat(ENGINE.admin().delete("/api/api-keys/" + id).status()).isEqualTo(204);
        assertThat(ENGINE.stranger().get("/api/audit", bearer).status()).isEqualTo(401);
    }

    @Test
    void aKeyMustEndWithinAYear() {
        for (String end : new String[] {"2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"}) {
            Browser.Answer answer = ENGINE.admin()
                    .post("/api/api-keys", "{\"name\":\"k\",\"roles\":[\"AGENT\"],\"expiresAt\":\"" + end + "\"}");
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void weakPasswordsAndDoubleNamesAreRefused() {
        assertThat(create("short", "too short").status()).isEqualTo(400);
        assertThat(create("myself", "i am myself alone").status()).isEqualTo(400);
        assertThat(create("twice", "a long enough sentence").status()).isEqualTo(201);
        assertThat(create("TWICE", "a long enough sentence").status()).isEqualTo(409);
        assertThat(create("no spaces", "a long enough sentence").status()).isEqualTo(400);
    }

    @Test
    void theLastAdministratorStays() {
        for (String change : new String[] {"{\"disabled\":true}", "{\"roles\":[\"AGENT\"]}"}) {
            assertThat(ENGINE.admin().patch("/api/users/admin", change).status())
                    .isEqualTo(409);
        }
        assertThat(ENGINE.admin()
                        .patch("/api/users/nobody", "{\"disabled\":true}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noAnswerHoldsAnythingOfAPassword() {
        create("hidden", "a long enough sentence");
        assertThat(ENGINE.admin().get("/api/users").body())
                .contains("hidden")
                .doesNotContain("argon2", "password", "sentence");
    }

    private static Browser.Answer create(String username, String password) {
        return ENGINE.admin()
                .post(
                        "/api/users",
                        "{\"username\":\"" + username + "\",\"displayName\":\"Somebody\",\"roles\":[\"AGENT\"],"
                                + "\"password\":\"" + password + "\"}");
    }
}
