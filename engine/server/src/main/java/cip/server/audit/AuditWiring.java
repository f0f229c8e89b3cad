package cip.server.audit;

import cip.server.wiring.Platform;

/** Puts the reading side of the audit trail together; {@link Audit} itself is part of the platform. */
public final class AuditWiring {
    private AuditWiring() {}

    public static void install(Platform platform) {
        AuditTrail trail = new AuditTrail(platform.database());
        platform.route(new AuditResource(trail));
        platform.route(new IntegrityResource(platform.integrity(), trail));
    }
}
