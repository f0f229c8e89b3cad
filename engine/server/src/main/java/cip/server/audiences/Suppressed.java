package cip.server.audiences;

/**
 * Customers an audience chose but did not let out, each counted once, under the first reason that holds.
 *
 * @param heldOut left untouched to measure lift
 * @param noConsent did not say yes to the channel, as known when the file was written
 * @param gone no longer in the base
 */
public record Suppressed(int heldOut, int noConsent, int gone) {
    /** Why a customer is not let out. */
    enum Reason {
        HELD_OUT,
        NO_CONSENT,
        GONE
    }

    static Suppressed nobody() {
        return new Suppressed(0, 0, 0);
    }

    Suppressed plus(Reason reason) {
        return switch (reason) {
            case HELD_OUT -> new Suppressed(heldOut + 1, noConsent, gone);
            case NO_CONSENT -> new Suppressed(heldOut, noConsent + 1, gone);
            case GONE -> new Suppressed(heldOut, noConsent, gone + 1);
        };
    }

    int total() {
        return heldOut + noConsent + gone;
    }
}
