package cip.server.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has a draft in sight now. Whoever does says so again and again; silence means they left. In memory only, never in the
 * audit trail: it is a courtesy among authors, not a record of who worked when. Thread-safe.
 */
final class DraftReaders {
    /** Three times what a console lets pass between two signs of life. */
    static final Duration SILENCE = Duration.ofSeconds(45);

    private final Clock clock;
    private final Map<Reader, Seen> seen = new ConcurrentHashMap<>();

    DraftReaders(Clock clock) {
        this.clock = clock;
    }

    private record Reader(String draft, String user) {}

    private record Seen(String displayName, Instant at) {}

    /** A sign of life. */
    void isHere(String draft, String user, String displayName) {
        seen.put(new Reader(draft, user), new Seen(displayName, clock.instant()));
    }

    void left(String draft, String user) {
        seen.remove(new Reader(draft, user));
    }

    /** The names of everybody else who has the draft in sight, in the order of the alphabet. */
    List<String> others(String draft, String user) {
        Instant silentSince = clock.instant().minus(SILENCE);
        seen.values().removeIf(sign -> sign.at().isBefore(silentSince));
        return seen.entrySet().stream()
                .filter(entry -> entry.getKey().draft().equals(draft))
                .filter(entry -> !entry.getKey().user().equals(user))
                .map(entry -> entry.getValue().displayName())
                .sorted()
                .toList();
    }
}
