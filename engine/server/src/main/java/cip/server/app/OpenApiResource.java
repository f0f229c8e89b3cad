package cip.server.app;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The description of all routes, as it was generated from them and committed. */
@Path("/openapi.json")
public final class OpenApiResource {
    private static final String FILE = "/openapi.json";

    /** The description of all routes (OpenAPI 3.0). */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SIGNED_IN)
    public String description() throws IOException {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The jar has no " + FILE + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
