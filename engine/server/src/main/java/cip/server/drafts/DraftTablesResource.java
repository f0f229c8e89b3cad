package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.server.http.Roles;
import cip.server.http.UnlimitedBody;
import cip.server.workbooks.TableWorkbook;
import cip.server.workbooks.TableWorkbookReader;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The decision tables of a draft. */
@Path("/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class DraftTablesResource {
    private final DraftTables tables;
    private final DraftContents contents;

    DraftTablesResource(DraftTables tables, DraftContents contents) {
        this.tables = tables;
        this.contents = contents;
    }

    /**
     * @param document whole; {@code null} = the changes tell it
     * @param table name of a decision table of the document
     */
    public record TableOfDraft(
            @NotBlank String basedOn,
            @Nullable JsonNode document,
            DraftContents.@Nullable @Valid DraftChanges changes,
            @NotBlank String table) {}

    /** A table in words, row by row; stores nothing. */
    @POST
    @Path("tables/sentences")
    public TableSentences sentences(@Valid @NotNull TableOfDraft body) {
        return tables.sentences(
                contents.document(body.document(), body.changes()), new StrategyHash(body.basedOn()), body.table());
    }

    /** A table as a spreadsheet, as it stands, finished or not. */
    @POST
    @Path("tables/workbook")
    @Produces(TableWorkbook.MEDIA_TYPE)
    public Response workbook(@Valid @NotNull TableOfDraft body) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        tables.write(
                contents.document(body.document(), body.changes()),
                new StrategyHash(body.basedOn()),
                body.table(),
                file);
        return Response.ok(file.toByteArray(), TableWorkbook.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"table.xlsx\"")
                .build();
    }

    /**
     * The table that a spreadsheet holds, and what is wrong with it by cell; stores nothing.
     *
     * @param draft whose segments and other tables it may speak of; left out = those of the strategy
     */
    @POST
    @Path("tables/workbook/reading")
    @Consumes(TableWorkbook.MEDIA_TYPE)
    @UnlimitedBody
    public TableWorkbookReader.ReadTable reading(
            @QueryParam("basedOn") @DefaultValue("") String basedOn,
            @QueryParam("draft") @Nullable String draft,
            @QueryParam("table") @Nullable String table,
            InputStream body)
            throws IOException {
        return tables.read(body, new StrategyHash(basedOn), draft, table);
    }
}
