package cip.server.http;

/**
 * The names of roles for {@code @RolesAllowed}. Every route has one: {@code @RolesAllowed({Roles.ADMIN, Roles.MARKETER})},
 * {@code @RolesAllowed(Roles.SIGNED_IN)} or, for strangers too, {@code @PermitAll}.
 */
public final class Roles {
    public static final String ADMIN = "ADMIN";
    public static final String MARKETER = "MARKETER";
    public static final String APPROVER = "APPROVER";
    public static final String AGENT = "AGENT";
    public static final String ANALYST = "ANALYST";

    /** Whoever has any role. */
    public static final String SIGNED_IN = "SIGNED_IN";

    private Roles() {}
}
