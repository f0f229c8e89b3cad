package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Role;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The people who may sign in: made, changed and recognised. */
final class Accounts {
    private static final int SHORTEST_PASSWORD = 12;

    private final Database database;
    private final Clock clock;
    private final Audit audit;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final AccountStore store = new AccountStore();

    Accounts(Database database, Clock clock, Audit audit, PasswordHasher hasher, Sessions sessions) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.hasher = hasher;
        this.sessions = sessions;
    }

    static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    List<Account> all() {
        return database.read(store::all);
    }

    boolean none() {
        return all().isEmpty();
    }

    /** Of a person who may sign in now; none for anybody else. */
    Set<Role> rolesOf(String username) {
        return database.read(handle -> store.find(handle, username))
                .filter(account -> !account.disabled())
                .map(Account::roles)
                .orElse(Set.of());
    }

    /** The account if the password is right and it is not disabled; takes as long when there is no such account. */
    Optional<Account> recognise(String username, String password) {
        Optional<Account> account = database.read(handle -> store.find(handle, canonical(username)));
        if (account.isEmpty()) {
            hasher.matchesNobody(password);
            return Optional.empty();
        }
        boolean right = hasher.matches(password, account.get().passwordHash());
        return account.filter(known -> right && !known.disabled());
    }

    void create(String actor, String username, String displayName, Set<Role> roles, boolean disabled, String password) {
        Account account = account(username, displayName, roles, disabled, password);
        database.execute(handle -> create(handle, actor, account));
    }

    /** Somebody who is not stored yet. @throws EngineException INVALID_VALUE for a weak password */
    Account account(String username, String displayName, Set<Role> roles, boolean disabled, String password) {
        String name = canonical(username);
        requireGoodPassword(name, password);
        Instant now = clock.instant();
        return new Account(name, displayName, hasher.hash(password), roles, disabled, now, now);
    }

    /** @throws EngineException CONFLICT when the name is taken */
    void create(Handle handle, String actor, Account account) {
        if (store.find(handle, account.username()).isPresent()) {
            throw new EngineException(ErrorCode.CONFLICT, "There is already a user " + account.username() + ".")
                    .about("username");
        }
        store.insert(handle, account);
        audit.record(handle, actor, "USER_CREATED", account.username(), "roles " + RoleSet.toText(account.roles()));
    }

    /** Makes the changes and signs the person out everywhere, unless only the display name changes. */
    Account change(String actor, String username, AccountChange change) {
        String name = canonical(username);
        change.password().ifPresent(password -> requireGoodPassword(name, password));
        Optional<String> hash = change.password().map(hasher::hash);
        return database.write(handle -> {
            List<Account> accounts = store.lockAll(handle);
            Account before = accounts.stream()
                    .filter(account -> account.username().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new EngineException(ErrorCode.NOT_FOUND, "There is no user " + name + "."));
            Account after = change.appliedTo(before, hash, clock.instant());
            refuseToLoseTheLastAdmin(accounts, before, after);
            keep(handle, actor, before, after);
            return after;
        });
    }

    private void keep(Handle handle, String actor, Account before, Account after) {
        store.update(handle, after);
        boolean other = !before.roles().equals(after.roles())
                || before.disabled() != after.disabled()
                || !before.passwordHash().equals(after.passwordHash());
        if (other) {
            sessions.endAllOf(handle, after.username());
        }
        audit.record(handle, actor, "USER_CHANGED", after.username(), AccountChange.inWords(before, after));
    }

    private static void refuseToLoseTheLastAdmin(List<Account> accounts, Account before, Account after) {
        boolean another = accounts.stream()
                .anyMatch(account ->
                        account.isActiveAdmin() && !account.username().equals(before.username()));
        if (before.isActiveAdmin() && !after.isActiveAdmin() && !another) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    before.username() + " is the only administrator and must stay one.\n"
                            + "Maybe make somebody else an administrator first.");
        }
    }

    private static void requireGoodPassword(String username, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The password has " + password.length() + " characters, at least " + SHORTEST_PASSWORD
                                    + " are expected.\nMaybe use a sentence: it is easier to remember.")
                    .about("password");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)
                || password.chars().distinct().count() < 5) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The password contains the user name or too few different characters.")
                    .about("password");
        }
    }
}
