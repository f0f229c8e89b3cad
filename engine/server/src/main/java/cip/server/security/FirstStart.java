package cip.server.security;

import cip.server.audit.Audit;
import cip.server.http.Role;
import io.dropwizard.lifecycle.Managed;
import java.io.PrintStream;
import java.util.EnumSet;

/** Makes the user {@code admin} when there is no user yet, and prints the password once: it is kept nowhere in clear. */
final class FirstStart implements Managed {
    private static final String ADMIN = "admin";

    private final Accounts accounts;
    private final Secrets secrets;
    private final String chosenPassword;
    private final PrintStream out;

    /** @param chosenPassword empty = make one up and print it */
    FirstStart(Accounts accounts, Secrets secrets, String chosenPassword, PrintStream out) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.chosenPassword = chosenPassword;
        this.out = out;
    }

    @Override
    public void start() {
        if (!accounts.none()) {
            return;
        }
        boolean chosen = !chosenPassword.isEmpty();
        String password = chosen ? chosenPassword : secrets.token().substring(0, 20);
        accounts.create(Audit.SYSTEM, ADMIN, "Administrator", EnumSet.of(Role.ADMIN), false, password);
        out.println(
                chosen
                        ? "First start: sign in as " + ADMIN + " with the password of security.firstPassword."
                        : "First start: sign in as " + ADMIN + " with the password " + password
                                + "  (shown only now; change it under Settings)");
        out.flush();
    }
}
