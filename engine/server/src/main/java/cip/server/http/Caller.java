package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;

/**
 * Who sent the request, a person or a program. A route gets it by {@code Caller.of(securityContext)}.
 *
 * @param name a user name, or {@code key:<name>} for an API key: the actor of the audit trail
 * @param displayName as shown
 */
public record Caller(String name, String displayName, Set<Role> roles) implements Principal {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @throws EngineException when nobody has signed in */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new EngineException(ErrorCode.NOT_SIGNED_IN, "This needs somebody who has signed in.");
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether an entry of {@code @RolesAllowed} admits the caller. */
    public boolean isAdmittedBy(String role) {
        return role.equals(Roles.SIGNED_IN)
                || roles.stream().anyMatch(has -> has.name().equals(role));
    }
}
