package cip.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class UsersAndKeysHttpTest {
    private final RunningEngine engine;

    UsersAndKeysHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    void anApiKeyIsShownOnceAndCarriesItsRolesOnly() {
        Browser.Answer created =
                engine.admin().post("/api/api-keys", "{\"name\":\"checkout\",\"roles\":[\"APPROVER\"]}");
        assertThat(created.status()).isEqualTo(201);
        String key = created.json().get("key").asText();
        assertThat(key).startsWith("cip_");
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + key);
        assertThat(engine.stranger().get("/api/audit", bearer).status()).isEqualTo(200);
        assertThat(engine.stranger().get("/api/users", bearer).status()).isEqualTo(403);
        assertThat(engine.stranger()
                        .get("/api/session", bearer)
                        .json()
                        .get("username")
                        .asText())
                .isEqualTo("key:checkout");
        assertThat(engine.admin().get("/api/api-keys").body())
                .contains("checkout")
                .doesNotContain(key);

        String id = created.json().get("id").asText();
        assertThat(engine.admin().delete("/api/api-keys/" + id).status()).isEqualTo(204);
        assertThat(engine.stranger().get("/api/audit", bearer).status()).isEqualTo(401);
    }

    @Test
    void aKeyMustEndWithinAYear() {
        for (String end : new String[] {"2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"}) {
            Browser.Answer answer = engine.admin()
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
            assertThat(engine.admin().patch("/api/users/admin", change).status())
                    .isEqualTo(409);
        }
        assertThat(engine.admin()
                        .patch("/api/users/nobody", "{\"disabled\":true}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noAnswerHoldsAnythingOfAPassword() {
        create("hidden", "a long enough sentence");
        assertThat(engine.admin().get("/api/users").body())
                .contains("hidden")
                .doesNotContain("argon2", "password", "sentence");
    }

    @Test
    void aNameWithTheCharacterZeroIsKeptOrRefusedButNoFailureOfTheProduct() {
        Browser.Answer answer = engine.admin()
                .post(
                        "/api/users",
                        "{\"username\":\"zero\",\"displayName\":\"Ze\\u0000ro\",\"roles\":[\"AGENT\"],"
                                + "\"password\":\"a long enough sentence\"}");

        assertThat(answer.status()).isIn(201, 400, 422);
    }

    private Browser.Answer create(String username, String password) {
        return engine.admin()
                .post(
                        "/api/users",
                        "{\"username\":\"" + username + "\",\"displayName\":\"Somebody\",\"roles\":[\"AGENT\"],"
                                + "\"password\":\"" + password + "\"}");
    }
}
