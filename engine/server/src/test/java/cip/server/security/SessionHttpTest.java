package cip.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class SessionHttpTest {
    private static final String PASSWORD = "seven wild geese fly";

    private final RunningEngine engine;

    SessionHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    void theSessionSaysWhoIsSignedInAndWhere() {
        Browser.Answer answer = engine.admin().get("/api/session");
        assertThat(answer.json().get("username").asText()).isEqualTo("admin");
        assertThat(answer.json().at("/roles/0").asText()).isEqualTo("ADMIN");
        assertThat(answer.json().at("/product/currency").asText()).isEqualTo("EUR");
        assertThat(engine.stranger().get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser.Answer answer = engine.stranger().signIn("admin", RunningEngine.ADMIN_PASSWORD);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("cip_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
        String token = answer.header("Set-Cookie").replaceAll("cip_session=([^;]*);.*", "$1");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void wrongPasswordAndUnknownUserGetTheSameAnswer() {
        Browser.Answer wrong = engine.stranger().signIn("admin", "not the password");
        Browser.Answer unknown = engine.stranger().signIn("nobody", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void signingOutEndsTheSession() {
        create("leaver", "AGENT");
        Browser leaver = engine.stranger().signedIn("leaver", PASSWORD);
        Browser.Answer signedIn = engine.stranger().signIn("leaver", PASSWORD);
        String cookie = signedIn.header("Set-Cookie").replaceAll(";.*", "");
        assertThat(engine.stranger()
                        .get("/api/session", Map.of("Cookie", cookie))
                        .status())
                .isEqualTo(200);
        assertThat(engine.stranger()
                        .write("DELETE", "/api/session", "", Map.of("Cookie", cookie, "X-Requested-With", "cip"))
                        .status())
                .isEqualTo(204);
        assertThat(engine.stranger()
                        .get("/api/session", Map.of("Cookie", cookie))
                        .status())
                .isEqualTo(401);
        assertThat(leaver.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aChangeWithTheCookieAloneIsRefused() {
        create("victim", "ADMIN");
        Browser victim = engine.stranger().signedIn("victim", PASSWORD);
        String key = "{\"name\":\"forged\",\"roles\":[\"ADMIN\"]}";
        assertThat(victim.write("POST", "/api/api-keys", key, Map.of()).status())
                .isEqualTo(403);
        assertThat(victim.write(
                                "POST",
                                "/api/api-keys",
                                key,
                                Map.of("X-Requested-With", "cip", "Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(victim.write("POST", "/api/api-keys", key, Map.of("X-Requested-With", "cip", "Origin", "null"))
                        .status())
                .isEqualTo(403);
        assertThat(victim.write(
                                "POST",
                                "/api/api-keys",
                                key,
                                Map.of("X-Requested-With", "cip", "Origin", "http://127.0.0.1:" + engine.port()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void signingInFromAnotherSiteIsRefused() {
        assertThat(engine.stranger()
                        .write(
                                "POST",
                                "/api/session",
                                "{\"username\":\"admin\",\"password\":\"" + RunningEngine.ADMIN_PASSWORD + "\"}",
                                Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void otherRolesAnotherPasswordAndDisablingEndSessionsAtOnce() {
        create("changing", "AGENT");
        for (String change : new String[] {
            "{\"roles\":[\"MARKETER\"]}", "{\"password\":\"another long sentence\"}", "{\"disabled\":true}"
        }) {
            Browser before = engine.stranger();
            int status = before.signIn("changing", PASSWORD).status();
            if (status != 200) {
                before = engine.stranger().signedIn("changing", "another long sentence");
            }
            assertThat(before.get("/api/session").status()).isEqualTo(200);
            assertThat(engine.admin().patch("/api/users/changing", change).status())
                    .isEqualTo(200);
            assertThat(before.get("/api/session").status()).as(change).isEqualTo(401);
        }
        assertThat(engine.stranger().signIn("changing", "another long sentence").status())
                .isEqualTo(401);
    }

    @Test
    void changingOnesPasswordKeepsThisSessionAndEndsTheOthers() {
        create("careful", "AGENT");
        Browser here = engine.stranger().signedIn("careful", PASSWORD);
        Browser there = engine.stranger().signedIn("careful", PASSWORD);
        String change = "{\"currentPassword\":\"" + PASSWORD + "\",\"newPassword\":\"eight grey herons stand\"}";
        assertThat(here.put("/api/session/password", change).status()).isEqualTo(204);
        assertThat(here.get("/api/session").status()).isEqualTo(200);
        assertThat(there.get("/api/session").status()).isEqualTo(401);
        assertThat(here.put("/api/session/password", change).status()).isEqualTo(400);
    }

    @Test
    void tooManyWrongPasswordsMustWaitButOnlyForThatUser() {
        create("target", "AGENT");
        create("other", "AGENT");
        int status = 0;
        for (int i = 0; i < 10 && status != 429; i++) {
            Browser.Answer answer = engine.stranger().signIn("target", "wrong wrong wrong");
            status = answer.status();
            if (status == 429) {
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 601);
            }
        }
        assertThat(status).isEqualTo(429);
        assertThat(engine.stranger().signIn("other", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void eachRoleMeetsOnlyItsOwnRoutes() {
        for (Role role : Role.values()) {
            int users = engine.as(role).get("/api/users").status();
            int audit = engine.as(role).get("/api/audit").status();
            assertThat(users).isEqualTo(role == Role.ADMIN ? 200 : 403);
            assertThat(audit).isEqualTo(role == Role.ADMIN || role == Role.APPROVER ? 200 : 403);
        }
        assertThat(engine.stranger().get("/api/users").status()).isEqualTo(401);
    }

    @Test
    void badBodiesAreExplained() {
        Browser.Answer twice = engine.stranger()
                .post("/api/session", "{\"username\":\"admin\",\"username\":\"x\",\"password\":\"p\"}");
        assertThat(twice.status()).isEqualTo(400);
        Browser.Answer unknown =
                engine.stranger().post("/api/session", "{\"username\":\"a\",\"password\":\"p\",\"admin\":true}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("detail").asText()).contains("admin").contains("no such field");
        Browser.Answer missing = engine.stranger().post("/api/session", "{\"username\":\"a\"}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().at("/errors/0/field").asText()).isEqualTo("password");
        assertThat(engine.stranger().post("/api/session", "{} {}").status()).isEqualTo(400);
        assertThat(engine.stranger().post("/api/session", "[".repeat(100)).status())
                .isEqualTo(400);
        assertThat(engine.stranger()
                        .post("/api/session", "{\"username\":\"" + "a".repeat(1 << 16) + "\",\"password\":\"p\"}")
                        .status())
                .isEqualTo(413);
        assertThat(engine.stranger()
                        .write("POST", "/api/session", "", Map.of("Content-Type", "text/plain"))
                        .status())
                .isIn(400, 415);
    }

    private void create(String username, String role) {
        Browser.Answer answer = engine.admin()
                .post(
                        "/api/users",
                        "{\"username\":\"" + username + "\",\"displayName\":\"Somebody\",\"roles\":[\"" + role
                                + "\"],\"password\":\"" + PASSWORD + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
