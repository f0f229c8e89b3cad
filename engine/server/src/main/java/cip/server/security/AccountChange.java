package cip.server.security;

import cip.server.http.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be changed about a person; empty = stays. */
record AccountChange(
        Optional<String> displayName,
        Optional<Set<Role>> roles,
        Optional<Boolean> disabled,
        Optional<String> password) {
    static AccountChange ofPassword(String password) {
        return new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(password));
    }

    Account appliedTo(Account before, Optional<String> passwordHash, Instant now) {
        return new Account(
                before.username(),
                displayName.orElse(before.displayName()),
                passwordHash.orElse(before.passwordHash()),
                roles.orElse(before.roles()),
                disabled.orElse(before.disabled()),
                before.createdAt(),
                now);
    }

    static String inWords(Account before, Account after) {
        List<String> words = new ArrayList<>();
        if (!before.displayName().equals(after.displayName())) {
            words.add("another display name");
        }
        if (!before.roles().equals(after.roles())) {
            words.add("roles " + RoleSet.toText(before.roles()) + " to " + RoleSet.toText(after.roles()));
        }
        if (before.disabled() != after.disabled()) {
            words.add(after.disabled() ? "disabled" : "enabled");
        }
        if (!before.passwordHash().equals(after.passwordHash())) {
            words.add("another password");
        }
        return String.join(", ", words);
    }
}
