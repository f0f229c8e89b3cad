package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request: by API key, else by session cookie, else nobody. A browser adds the cookie to whatever a
 * page makes it send, so a write that comes with the cookie must also prove that our console sent it: by a header that
 * no other site may set, and by its origin. Thread-safe.
 */
public final class Identification {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiKeys keys;

    Identification(Sessions sessions, ApiKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    /** What is looked at, however the request came. */
    interface Sent {
        String method();

        boolean isSecure();

        @Nullable
        String header(String name);

        Optional<String> cookie(String name);
    }

    /** @throws EngineException NOT_ALLOWED when a page of another site sent it */
    public Optional<Caller> sender(HttpServletRequest request) {
        return sender(new OfServlet(request));
    }

    Optional<Caller> sender(Sent request) {
        boolean writing = !READING.contains(request.method());
        if (writing) {
            requireOwnOrigin(request);
        }
        String authorization = request.header("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return keys.find(authorization.substring(BEARER.length()));
        }
        Optional<Caller> caller =
                request.cookie(SessionCookie.name(request.isSecure())).flatMap(sessions::find);
        if (caller.isPresent() && writing) {
            requireConsoleHeader(request);
        }
        return caller;
    }

    private static void requireConsoleHeader(Sent request) {
        if (!"cip".equals(request.header("X-Requested-With"))) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "A change made with a session needs the header X-Requested-With: cip.\n"
                            + "Maybe a program should use an API key instead.");
        }
    }

    /** A browser names the page that sends; programs send no origin. */
    private static void requireOwnOrigin(Sent request) {
        String origin = request.header("Origin");
        String site = request.header("Sec-Fetch-Site");
        boolean ownOrigin = origin == null || sameHost(origin, request.header("Host"));
        boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
        if (!ownOrigin || !ownSite) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED, "This change was sent by a page of another site and is not made.");
        }
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private record OfServlet(HttpServletRequest request) implements Sent {
        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public boolean isSecure() {
            return request.isSecure();
        }

        @Override
        public @Nullable String header(String name) {
            return request.getHeader(name);
        }

        @Override
        public Optional<String> cookie(String name) {
            Cookie[] cookies = request.getCookies();
            if (cookies == null) {
                return Optional.empty();
            }
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
            return Optional.empty();
        }
    }
}
