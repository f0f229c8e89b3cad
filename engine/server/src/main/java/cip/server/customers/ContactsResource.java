package cip.server.customers;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts with many customers: what other systems have sent. */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactsResource {
    private static final int MOST = 10_000;

    private final Contacts contacts;

    ContactsResource(Contacts contacts) {
        this.contacts = contacts;
    }

    /**
     * @param contacts at most 10,000
     * @param validateOnly whether nothing is recorded; by default no
     */
    public record Batch(@Nullable List<Contacts.Told> contacts, @Nullable Boolean validateOnly) {}

    /** Records contacts; sending the same ones again changes nothing. What is wrong with one does not stop the others. */
    @POST
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    public Contacts.Outcome record(@NotNull Batch batch) {
        List<Contacts.Told> told = batch.contacts() == null ? List.of() : batch.contacts();
        if (told.size() > MOST) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The batch has " + told.size() + " contacts, at most " + MOST
                                    + " are taken at once.\nMaybe send it in parts, or import a file.")
                    .about("contacts");
        }
        return contacts.record(told, Boolean.TRUE.equals(batch.validateOnly()));
    }
}
