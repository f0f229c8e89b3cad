package cip.server.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells every route who sent its request. */
@Priority(Priorities.AUTHENTICATION)
final class Authentication implements ContainerRequestFilter {
    private final Identification identification;

    Authentication(Identification identification) {
        this.identification = identification;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Identification.Sent sent = new OfRoute(request);
        identification
                .sender(sent)
                .ifPresent(caller -> request.setSecurityContext(new CallerContext(caller, sent.isSecure())));
    }

    private record OfRoute(ContainerRequestContext request) implements Identification.Sent {
        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public boolean isSecure() {
            return request.getSecurityContext().isSecure();
        }

        @Override
        public @Nullable String header(String name) {
            return request.getHeaderString(name);
        }

        @Override
        public Optional<String> cookie(String name) {
            return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
        }
    }
}
