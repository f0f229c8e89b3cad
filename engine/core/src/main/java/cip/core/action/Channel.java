package cip.core.action;

import java.util.Optional;

/**
 * Where an action happens.
 *
 * @param id upper-case, e.g. {@code EMAIL}
 * @param label as shown, e.g. {@code E-mail}
 * @param consent the yes/no attribute without which nobody is contacted here; empty = the customer comes to us
 * @param weight context weight of arbitration, 1 = neutral
 */
public record Channel(String id, String label, String consent, double weight) {
    public Channel {
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException(
                    "The channel " + id + " has weight " + weight + ", expected more than 0.");
        }
    }

    public Optional<String> consentAttribute() {
        return consent.isEmpty() ? Optional.empty() : Optional.of(consent);
    }
}
