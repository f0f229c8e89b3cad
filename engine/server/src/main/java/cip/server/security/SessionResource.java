package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Problem;
import cip.server.http.Role;
import cip.server.http.Roles;
import cip.server.wiring.Product;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signing in and out. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Accounts accounts;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final Product product;

    SessionResource(Accounts accounts, Sessions sessions, LoginThrottle throttle, Product product) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.product = product;
    }

    /** Who is signed in. */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public SignedIn current(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return signedIn(caller.name(), caller.displayName(), List.copyOf(caller.roles()));
    }

    /** Signs in; a session the browser had before is over. */
    @POST
    @PermitAll
    @Answers(body = SignedIn.class)
    public Response signIn(
            @Valid @NotNull Credentials credentials,
            @Context SecurityContext security,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers) {
        String username = Accounts.canonical(credentials.username());
        String address = request.getRemoteAddr();
        Optional<Duration> wait = throttle.wait(username, address);
        if (wait.isPresent()) {
            return tooManyTries(wait.get());
        }
        Optional<Account> recognised = accounts.recognise(username, credentials.password());
        if (recognised.isEmpty()) {
            throttle.failed(username, address);
            return Problem.of(ErrorCode.NOT_SIGNED_IN, "The user name or the password is wrong.")
                    .response();
        }
        throttle.succeeded(username, address);
        Account account = recognised.get();
        if (security.getUserPrincipal() instanceof Caller) {
            SessionCookie.token(headers.getCookies(), security.isSecure())
                    .ifPresent(old -> sessions.end(old, username));
        }
        String token = sessions.start(account.username());
        return Response.ok(signedIn(account.username(), account.displayName(), List.copyOf(account.roles())))
                .cookie(SessionCookie.of(token, security.isSecure()))
                .build();
    }

    /** Signs out. */
    @DELETE
    @PermitAll
    @Answers(status = 204)
    public Response signOut(@Context SecurityContext security, @Context HttpHeaders headers) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            SessionCookie.token(headers.getCookies(), security.isSecure())
                    .ifPresent(token -> sessions.end(token, caller.name()));
        }
        return Response.noContent()
                .cookie(SessionCookie.none(security.isSecure()))
                .build();
    }

    /** Changes one's own password; all sessions are over, this one goes on under a new token. */
    @PUT
    @Path("/password")
    @RolesAllowed(Roles.SIGNED_IN)
    @Answers(status = 204)
    public Response changePassword(
            @Valid @NotNull PasswordChange change,
            @Context SecurityContext security,
            @Context HttpServletRequest request) {
        String username = Caller.of(security).name();
        String address = request.getRemoteAddr();
        Optional<Duration> wait = throttle.wait(username, address);
        if (wait.isPresent()) {
            return tooManyTries(wait.get());
        }
        if (accounts.recognise(username, change.currentPassword()).isEmpty()) {
            throttle.failed(username, address);
            return Problem.of(new EngineException(ErrorCode.INVALID_VALUE, "The current password is wrong.")
                            .about("currentPassword"))
                    .response();
        }
        try {
            accounts.change(username, username, AccountChange.ofPassword(change.newPassword()));
        } catch (EngineException refused) {
            throw refused.field().isPresent() ? refused.about("newPassword") : refused;
        }
        return Response.noContent()
                .cookie(SessionCookie.of(sessions.start(username), security.isSecure()))
                .build();
    }

    private SignedIn signedIn(String username, String displayName, List<Role> roles) {
        return new SignedIn(username, displayName, roles.stream().sorted().toList(), product);
    }

    private static Response tooManyTries(Duration wait) {
        Response problem = Problem.of(ErrorCode.TOO_MANY_REQUESTS, "There were too many wrong passwords.")
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, null)
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .build();
    }

    /** What somebody signs in with. */
    public record Credentials(
            @NotNull @Size(min = 1, max = 100) String username, @NotNull @Size(min = 1, max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }

    /** One's own old and new password. */
    public record PasswordChange(
            @NotNull @Size(max = 200) String currentPassword, @NotNull @Size(max = 200) String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** Who is signed in, and where. */
    public record SignedIn(String username, String displayName, List<Role> roles, Product product) {}
}
