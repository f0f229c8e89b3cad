package cip.server.customers;

/** Who said that a customer was contacted. */
public enum ContactSource {
    /** Another program, by {@code POST /contacts}. */
    API,
    /** A file that was imported. */
    IMPORT,
    /** The export of an audience that counts as a contact. */
    AUDIENCE,
    /** An agent, while talking to the customer. */
    DESK
}
