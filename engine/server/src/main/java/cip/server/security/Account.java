package cip.server.security;

import cip.server.http.Role;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param username lower case; the name never changes
 * @param passwordHash see {@link PasswordHasher}
 */
record Account(
        String username,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        boolean disabled,
        Instant createdAt,
        Instant changedAt) {
    Account {
        roles = Set.copyOf(roles);
    }

    boolean isActiveAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }
}
