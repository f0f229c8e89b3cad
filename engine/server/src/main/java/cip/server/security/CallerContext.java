package cip.server.security;

import cip.server.http.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** What the rest of the request knows of its sender. */
record CallerContext(Caller caller, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.isAdmittedBy(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "cip";
    }
}
