package cip.server.security;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/**
 * The cookie that holds a session's token: no script reads it, no other site's request carries it. Under TLS its name has
 * the prefix that keeps other hosts from setting it.
 */
final class SessionCookie {
    private static final String NAME = "cip_session";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static String name(boolean secure) {
        return secure ? SECURE_NAME : NAME;
    }

    static Optional<String> token(Map<String, Cookie> cookies, boolean secure) {
        return Optional.ofNullable(cookies.get(name(secure))).map(Cookie::getValue);
    }

    static NewCookie of(String token, boolean secure) {
        return builder(secure).value(token).build();
    }

    static NewCookie none(boolean secure) {
        return builder(secure).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(boolean secure) {
        return new NewCookie.Builder(name(secure))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
