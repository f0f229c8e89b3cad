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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people who may sign in. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class UserResource {
    private final Accounts accounts;
    private final Idempotency idempotency;

    UserResource(Accounts accounts, Idempotency idempotency) {
        this.accounts = accounts;
        this.idempotency = idempotency;
    }

    /** All of them, by name. */
    @GET
    public Page<User> list() {
        List<User> users = accounts.all().stream().map(User::of).toList();
        return new Page<>(users, null, (long) users.size());
    }

    /** Lets somebody sign in. */
    @POST
    @Answers(status = 201, body = User.class)
    public Response create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull NewUser user,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        boolean disabled = user.disabled() != null && user.disabled();
        Account account =
                accounts.account(user.username(), user.displayName(), user.roles(), disabled, user.password());
        Sent sent = new Sent(account.username(), user.displayName(), sorted(user.roles()), disabled);
        return idempotency.once(key, caller, "POST /users", sent, handle -> {
            accounts.create(handle, caller.name(), account);
            return Made.created("/api/users/" + account.username(), User.of(account));
        });
    }

    /** What makes two requests for a user the same; the password is left out, so that no fast hash of it is kept. */
    private record Sent(String username, String displayName, List<Role> roles, boolean disabled) {}

    private static List<Role> sorted(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    /** Changes what the body names; the person is signed out everywhere unless only the display name changes. */
    @PATCH
    @Path("/{username}")
    public User change(
            @PathParam("username") String username,
            @Valid @NotNull UserChange change,
            @Context SecurityContext security) {
        AccountChange wanted = new AccountChange(
                Optional.ofNullable(change.displayName()),
                Optional.ofNullable(change.roles()),
                Optional.ofNullable(change.disabled()),
                Optional.ofNullable(change.password()));
        return User.of(accounts.change(Caller.of(security).name(), username, wanted));
    }

    /** Somebody who may sign in, as shown. */
    public record User(
            String username,
            String displayName,
            List<Role> roles,
            boolean disabled,
            Instant createdAt,
            Instant changedAt) {
        static User of(Account account) {
            return new User(
                    account.username(),
                    account.displayName(),
                    sorted(account.roles()),
                    account.disabled(),
                    account.createdAt(),
                    account.changedAt());
        }
    }

    /** Somebody who shall be able to sign in. */
    public record NewUser(
            @NotNull
                    @Pattern(
                            regexp = "[A-Za-z][A-Za-z0-9._@-]{1,99}",
                            message = "is not made of letters, digits and . _ @ - beginning with a letter")
                    String username,
            @NotBlank @Size(max = 200) String displayName,
            @NotNull @Size(min = 1) Set<Role> roles,
            @Nullable Boolean disabled,
            @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "NewUser[username=" + username + "]";
        }
    }

    /** What shall change; absent = stays. */
    public record UserChange(
            @Size(min = 1, max = 200) @Nullable String displayName,
            @Size(min = 1) @Nullable Set<Role> roles,
            @Nullable Boolean disabled,
            @Size(max = 200) @Nullable String password) {
        @Override
        public String toString() {
            return "UserChange[]";
        }
    }
}
