package cip.server.audiences;

import cip.server.http.Caller;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The files made of audiences. */
@Path("/exports/{id}")
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.ANALYST, Roles.APPROVER})
public final class ExportsResource {
    private final Exports exports;

    ExportsResource(Exports exports) {
        this.exports = exports;
    }

    /** The file of an export, for as long as it is kept. */
    @GET
    @Path("/file")
    public Response file(@PathParam("id") String id, @Context SecurityContext security) {
        Exports.Download download = exports.file(Caller.of(security), id);
        return attached(download)
                .header(HttpHeaders.CONTENT_LENGTH, download.result().sizeBytes())
                .tag(new EntityTag(download.result().sha256()))
                .build();
    }

    /** What the file was made from: rows, columns, checksum, strategy, who was left out and why. */
    @GET
    @Path("/manifest")
    public Response manifest(@PathParam("id") String id, @Context SecurityContext security) {
        return attached(exports.manifest(Caller.of(security), id)).build();
    }

    /** The name was made of plain letters, so it needs no escaping. */
    private static Response.ResponseBuilder attached(Exports.Download download) {
        return Response.ok(download.file().toFile(), download.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + download.name() + "\"");
    }
}
