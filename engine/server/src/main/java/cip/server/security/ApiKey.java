package cip.server.security;

import cip.server.http.Role;
import java.time.Instant;
import java.util.Set;

/** A program's way in, until it expires. The key itself is shown once and never kept. */
record ApiKey(String id, String name, Set<Role> roles, String createdBy, Instant createdAt, Instant expiresAt) {
    ApiKey {
        roles = Set.copyOf(roles);
    }
}
