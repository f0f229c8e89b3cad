package cip.server.plugins;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which plugins run and what they offer. There is no route that installs one. */
@Path("/plugins")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class PluginsResource {
    private final LoadedPlugins plugins;

    PluginsResource(LoadedPlugins plugins) {
        this.plugins = plugins;
    }

    /** The plugins that were found, and what each offers. */
    @GET
    public List<PluginDescription> plugins() {
        return plugins.descriptions();
    }
}
