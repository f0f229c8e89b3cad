package cip.server.security;

import cip.server.wiring.Platform;
import cip.server.wiring.Product;

/** Puts sign-in, users, API keys and the gate before every route together. */
public final class SecurityWiring {
    private SecurityWiring() {}

    /** @return who sends a request, for routes that answer alone */
    public static Identification install(Platform platform, SecurityConfiguration configuration, Product product) {
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
        return identification;
    }
}
