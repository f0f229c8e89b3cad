package cip.server.audit;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Recounts what must always hold, for the operator after a crash. */
@Path("/admin/integrity")
@Produces(MediaType.APPLICATION_JSON)
public final class IntegrityResource {
    private final IntegrityChecks checks;
    private final AuditTrail trail;

    IntegrityResource(IntegrityChecks checks, AuditTrail trail) {
        this.checks = checks;
        this.trail = trail;
    }

    /** Checks what must always be true of the data. */
    @GET
    @RolesAllowed(Roles.ADMIN)
    public Integrity check() {
        AuditVerification audit = trail.verify();
        Map<String, Long> violations = checks.run();
        boolean valid = audit.valid() && violations.values().stream().allMatch(count -> count == 0);
        return new Integrity(valid, audit, violations);
    }

    /**
     * @param valid nothing is wrong
     * @param violations how often each promise does not hold
     */
    public record Integrity(boolean valid, AuditVerification audit, Map<String, Long> violations) {}
}
