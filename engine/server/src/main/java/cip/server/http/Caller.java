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
 * @param responsible user name of the person, for an API key of whoever made it
 */
public record Caller(String name, String displayName, String responsible, Set<Role> roles) implements Principal {
    public Caller {
        roles = Set.copyOf(roles);
    }

    private static final String KEY_PREFIX = "key:";

    /** A person. */
    public Caller(String name, String displayName, Set<Role> roles) {
        this(name, displayName, name, roles);
    }

    /**
     * The program that holds an API key.
     *
     * @param madeBy user name of whoever made the key
     */
    public static Caller ofKey(String keyName, String madeBy, Set<Role> roles) {
        return new Caller(KEY_PREFIX + keyName, keyName, madeBy, roles);
    }

    /** @throws EngineException when nobody has signed in */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw unknown();
    }

    /** What is thrown when nobody has signed in. */
    static EngineException unknown() {
        return new EngineException(ErrorCode.NOT_SIGNED_IN, "This needs somebody who has signed in.");
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether an API key asks and no person. */
    public boolean isProgram() {
        return name.startsWith(KEY_PREFIX);
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
