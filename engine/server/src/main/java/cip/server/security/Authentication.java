package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who sent a request: by API key, else by session cookie, else nobody. A browser adds the cookie to whatever a
 * page makes it send, so a write that comes with the cookie must also prove that our console sent it: by a header that
 * no other site may set, and by its origin.
 */
@Priority(Priorities.AUTHENTICATION)
final class Authentication implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiKeys keys;

    Authentication(Sessions sessions, ApiKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean secure = request.getSecurityContext().isSecure();
        boolean writing = !READING.contains(request.getMethod());
        if (writing) {
            requireOwnOrigin(request);
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            keys.find(authorization.substring(BEARER.length()))
                    .ifPresent(caller -> request.setSecurityContext(new CallerContext(caller, secure)));
            return;
        }
        Optional<Caller> caller =
                SessionCookie.token(request.getCookies(), secure).flatMap(sessions::find);
        if (caller.isPresent() && writing) {
            requireConsoleHeader(request);
        }
        caller.ifPresent(known -> request.setSecurityContext(new CallerContext(known, secure)));
    }

    private static void requireConsoleHeader(ContainerRequestContext request) {
        if (!"cip".equals(request.getHeaderString("X-Requested-With"))) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "A change made with a session needs the header X-Requested-With: cip.\n"
                            + "Maybe a program should use an API key instead.");
        }
    }

    /** A browser names the page that sends; programs send no origin. */
    private static void requireOwnOrigin(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean ownOrigin = origin == null || sameHost(origin, request.getHeaderString(HttpHeaders.HOST));
        boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
        if (!ownOrigin || !ownSite) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED, "This change was sent by a page of another site and is not made.");
        }
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
