package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Page;
import cip.server.http.Roles;
import cip.server.http.UnlimitedBody;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of customers, transactions and contacts: sending, importing, and what became of them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.ANALYST})
public final class ImportsResource {
    private final Imports imports;
    private final Idempotency idempotency;
    private final JobRequests requests;

    ImportsResource(Imports imports, Idempotency idempotency, JobRequests requests) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.requests = requests;
    }

    /** An uploaded file and what it seems to hold. */
    public record Uploaded(String fileId, String fileName, long sizeBytes, DetectedView detected) {}

    /** A source of a plugin. */
    public record Source(String name) {}

    /** Takes a file as the raw body, whatever its media type; X-File-Name is its name, percent-encoded. */
    @POST
    @Path("imports/files")
    @Consumes(MediaType.WILDCARD)
    @UnlimitedBody
    @Answers(status = 201, body = Uploaded.class)
    public Response upload(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @HeaderParam("X-File-Name") @DefaultValue("upload.csv") String fileName,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        Caller caller = Caller.of(security);
        try (Imports.Received received = imports.receive(body, decoded(fileName), caller.name())) {
            UploadedFile file = received.file();
            Sent sent = new Sent(file.fileName(), received.sha256());
            return idempotency.once(key, caller, "POST /imports/files", sent, handle -> {
                received.keep(handle);
                return Made.created(
                        "/api/imports/files/" + file.fileId(),
                        new Uploaded(
                                file.fileId(),
                                file.fileName(),
                                file.sizeBytes(),
                                DetectedView.of(received.detected())));
            });
        }
    }

    /** What makes two uploads the same. */
    private record Sent(String fileName, String sha256) {}

    /** Starts an import or a dry run; the job's id is also the import's. */
    @POST
    @Path("imports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(status = 202, body = Job.class)
    public Response start(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull ImportRequest request,
            @Context SecurityContext security)
            throws IOException {
        Caller caller = Caller.of(security);
        ImportInput input = imports.prepare(request);
        return requests.once(
                key, caller, "POST /imports", request, handle -> imports.enqueue(handle, input, caller.name()));
    }

    /** Imports, newest first. */
    @GET
    @Path("imports")
    public Page<ImportView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return Page.of(imports.page(cursor, limit + 1), limit, ImportView::id, null);
    }

    /** One import, with its first errors. */
    @GET
    @Path("imports/{id}")
    public ImportView one(@PathParam("id") String id) {
        return imports.view(id);
    }

    /** Every rejected value with line, column and reason, safe to open in a spreadsheet. */
    @GET
    @Path("imports/{id}/errors")
    @Produces("text/csv")
    public Response errors(@PathParam("id") String id) {
        java.nio.file.Path file = imports.errors(id)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND,
                        "There is no error report of import " + id
                                + ".\nMaybe the import is still being checked, or the report was deleted by age."));
        return Response.ok(file.toFile(), "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-errors.csv\"")
                .build();
    }

    /** Sources that plugins offer. */
    @GET
    @Path("import-sources")
    public List<Source> sources() {
        return imports.sourceNames().stream().map(Source::new).toList();
    }

    private static String decoded(String fileName) {
        try {
            return URLDecoder.decode(fileName.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fileName;
        }
    }
}
