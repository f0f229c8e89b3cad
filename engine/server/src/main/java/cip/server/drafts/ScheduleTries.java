package cip.server.drafts;

import cip.server.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a due publication that failed is tried again: after as long as it has been failing, two seconds at least and an hour at
 * most, until a day is over since it failed first. Kept with the schedule, which a publication removes, so that neither a start
 * nor a look that waits begins anew. One thread asks at a time.
 */
final class ScheduleTries {
    static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;
    private final DraftScheduleStore store = new DraftScheduleStore();

    ScheduleTries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A row of what fails.
     *
     * @param because why it did last
     */
    record Failing(Instant since, String because) {}

    /** What comes of a failure. */
    enum Next {
        /** It is tried again, and fails for another reason than before. */
        FAILS_NEWLY,
        /** It is tried again. */
        FAILS_STILL,
        /** It has failed for a day. */
        GIVEN_UP
    }

    Next failed(String draft, String because) {
        Instant now = clock.instant();
        return database.write(handle -> {
            Optional<Failing> before = store.failing(handle, draft);
            Instant since = before.map(Failing::since).orElse(now);
            Duration failing = Duration.between(since, now);
            if (failing.compareTo(LONGEST) >= 0) {
                return Next.GIVEN_UP;
            }
            store.failed(handle, draft, new Failing(since, because), now.plus(pause(failing)));
            return before.filter(known -> known.because().equals(because)).isPresent()
                    ? Next.FAILS_STILL
                    : Next.FAILS_NEWLY;
        });
    }

    private static Duration pause(Duration failing) {
        if (failing.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return failing.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : failing;
    }
}
