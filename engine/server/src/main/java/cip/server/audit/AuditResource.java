package cip.server.audit;

import cip.server.http.Page;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who did what, and the proof that nobody changed it. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.APPROVER})
public final class AuditResource {
    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** Events, newest first. */
    @GET
    public Page<AuditEvent> events(
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("kind") @Nullable String kind) {
        return trail.page(cursor, limit, actor, kind);
    }

    /** Checks that no record of the audit trail was changed or removed. */
    @GET
    @Path("/verify")
    public AuditVerification verify() {
        return trail.verify();
    }
}
