package cip.server.security;

import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Page;
import cip.server.http.Role;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The programs that may call, each with {@code Authorization: Bearer cip_...}. */
@Path("/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class ApiKeyResource {
    private final ApiKeys keys;
    private final Idempotency idempotency;

    ApiKeyResource(ApiKeys keys, Idempotency idempotency) {
        this.keys = keys;
        this.idempotency = idempotency;
    }

    /** All of them, oldest first, or the one of a name; without their text. */
    @GET
    public Page<Key> list(@QueryParam("name") @Nullable String name) {
        List<ApiKey> found =
                name == null ? keys.all() : keys.named(name).map(List::of).orElse(List.of());
        return new Page<>(found.stream().map(Key::of).toList(), null, (long) found.size());
    }

    /** Makes a key. Its text is in this answer and nowhere else, not even in the answer to a repeated request. */
    @POST
    @Answers(status = 201, body = KeyWithText.class)
    public Response create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull NewKey wanted,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        ApiKeys.Created created = keys.fresh(caller.name(), wanted.name(), wanted.roles(), wanted.expiresAt());
        Sent sent = new Sent(wanted.name(), wanted.roles().stream().sorted().toList(), wanted.expiresAt());
        return idempotency.once(key, caller, "POST /api-keys", sent, handle -> {
            keys.create(handle, created);
            Key shown = Key.of(created.key());
            return Made.createdSecret(
                    "/api/api-keys/" + shown.id(), KeyWithText.of(shown, created.text()), KeyWithText.of(shown, null));
        });
    }

    /** What makes two requests for a key the same, its roles in one order. */
    private record Sent(String name, List<Role> roles, @Nullable Instant expiresAt) {}

    /** Deletes a key; from then on it opens nothing. */
    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @Context SecurityContext security) {
        keys.delete(Caller.of(security).name(), id);
    }

    /** A key as shown ever after. */
    public record Key(String id, String name, List<Role> roles, Instant createdAt, Instant expiresAt) {
        static Key of(ApiKey key) {
            return new Key(
                    key.id(), key.name(), key.roles().stream().sorted().toList(), key.createdAt(), key.expiresAt());
        }
    }

    /**
     * A key as shown once.
     *
     * @param key its text; {@code null} in the answer to a repeated request, because nobody keeps it: delete the key then,
     *     and make another
     */
    public record KeyWithText(
            String id, String name, List<Role> roles, Instant createdAt, Instant expiresAt, @Nullable String key) {
        static KeyWithText of(Key key, @Nullable String text) {
            return new KeyWithText(key.id(), key.name(), key.roles(), key.createdAt(), key.expiresAt(), text);
        }

        @Override
        public String toString() {
            return "KeyWithText[id=" + id + "]";
        }
    }

    /** A key that shall be made; without an end it lasts 90 days. */
    public record NewKey(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(min = 1) Set<Role> roles,
            @Nullable Instant expiresAt) {}
}
