package cip.server.models;

/** What a model version is tried as, beside the champion, which is the one that the live strategy pins. */
public enum ModelAlias {
    /** Meant to take the champion's place. */
    CHALLENGER,
    /** Watched, without meaning to replace anything yet. */
    SHADOW
}
