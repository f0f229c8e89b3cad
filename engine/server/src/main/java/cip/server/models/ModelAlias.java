package cip.server.models;

import java.util.Locale;

/** What a model version is tried as, beside the champion, which is the one that the live strategy pins. */
public enum ModelAlias {
    /** Meant to take the champion's place. */
    CHALLENGER,
    /** Scores alongside in every run and decides nothing: what it would have changed is kept. */
    SHADOW;

    /** As it is said in a sentence. */
    String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }
}
