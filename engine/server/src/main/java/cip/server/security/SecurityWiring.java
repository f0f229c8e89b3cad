package cip.server.security;

import cip.server.http.Role;
import cip.server.wiring.Platform;
import cip.server.wiring.Product;
import java.util.Set;

/** Puts sign-in, users, API keys and the gate before every route together. */
public final class SecurityWiring {
    private final Identification identification;
    private final Accounts accounts;

    private SecurityWiring(Identification identification, Accounts accounts) {
        this.identification = identification;
        this.accounts = accounts;
    }

    /** Says who sends a request, for routes that answer alone. */
    public Identification identification() {
        return identification;
    }

    /** Of a person who may sign in now; none for anybody else. */
    public Set<Role> rolesOf(String username) {
        return accounts.rolesOf(username);
    }

    public static SecurityWiring install(Platform platform, SecurityConfiguration configuration, Product product) {
        Secrets secrets = new Secrets();
        Sessions sessions =
                new Sessions(platform.database(), platform.clock(), platform.audit(), secrets, configuration);
        Accounts accounts = new Accounts(
                platform.database(), platform.clock(), platform.audit(), new PasswordHasher(secrets), sessions);
        ApiKeys keys = new ApiKeys(platform.database(), platform.clock(), platform.audit(), secrets);
        Identification identification = new Identification(sessions, keys);
        platform.route(new Authentication(identification));
        platform.route(new AccessRules());
        platform.route(new SessionResource(accounts, sessions, new LoginThrottle(platform.clock()), product));
        platform.route(new UserResource(accounts, platform.idempotency()));
        platform.route(new ApiKeyResource(keys, platform.idempotency()));
        platform.manage(new FirstStart(accounts, secrets, configuration.firstPassword(), System.out));
        return new SecurityWiring(identification, accounts);
    }
}
