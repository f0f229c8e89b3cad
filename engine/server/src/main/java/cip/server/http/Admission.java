package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Who may call a route.
 *
 * @param roles one of which is needed, see {@link Roles}
 */
public record Admission(List<String> roles) {
    public Admission {
        roles = List.copyOf(roles);
    }

    /** What the annotations of a route say, or else those of its class; empty = nothing. */
    public static Optional<Admission> of(Method route, Class<?> type) {
        RolesAllowed own = route.getAnnotation(RolesAllowed.class);
        return Optional.ofNullable(own == null ? type.getAnnotation(RolesAllowed.class) : own)
                .map(annotation -> new Admission(List.of(annotation.value())));
    }

    /** @throws EngineException NOT_ALLOWED */
    public void require(Caller caller) {
        for (String role : roles) {
            if (caller.isAdmittedBy(role)) {
                return;
            }
        }
        throw new EngineException(
                ErrorCode.NOT_ALLOWED, caller.name() + " may not do this; it takes " + inWords() + ".");
    }

    private String inWords() {
        return (roles.size() == 1 ? "the role " : "one of the roles ") + String.join(", ", roles);
    }
}
