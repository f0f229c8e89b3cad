package cip.server.http;

/** What a person or an API key may do; somebody may have several. */
public enum Role {
    /** Users, keys, plugins, and everything the others may. */
    ADMIN,
    /** Strategy, audiences, imports, simulations. */
    MARKETER,
    /** Publishes what somebody else changed; reads the audit trail. */
    APPROVER,
    /** Looks up one customer at a time. */
    AGENT,
    /** Imports, models, simulations, figures. */
    ANALYST
}
