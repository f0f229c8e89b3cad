package cip.server.audiences;

import cip.server.http.Roles;
import cip.server.plugins.LoadedPlugins;
import cip.server.plugins.PluginKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The file formats that plugins offer. */
@Path("/export-formats")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.ANALYST, Roles.APPROVER})
public final class ExportFormatsResource {
    private final LoadedPlugins plugins;

    ExportFormatsResource(LoadedPlugins plugins) {
        this.plugins = plugins;
    }

    /** @param extension the file name's ending without the dot */
    public record ExportFormat(String name, String extension) {}

    /** The formats that a file can have. */
    @GET
    public List<ExportFormat> formats() {
        return plugins.names(PluginKind.AUDIENCE_EXPORTER).stream()
                .map(name ->
                        new ExportFormat(name, plugins.audienceExporter(name).fileExtension()))
                .toList();
    }
}
