package cip.server.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords per user name and address: after {@value #FREE_TRIES} of them within the window the pair has to
 * wait. A stranger elsewhere cannot lock the real user out, and one address trying many names is stopped as well, after
 * {@value #FREE_TRIES_PER_ADDRESS}. Lives in memory; the oldest of {@value #MOST_REMEMBERED} entries is forgotten first.
 */
final class LoginThrottle {
    private static final int FREE_TRIES = 8;
    private static final int FREE_TRIES_PER_ADDRESS = 60;
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this pair must wait before it may try; empty = it may try now. */
    synchronized Optional<Duration> wait(String username, String address) {
        Instant now = clock.instant();
        Duration pair = wait(pair(username, address), FREE_TRIES, now);
        Duration alone = wait(address, FREE_TRIES_PER_ADDRESS, now);
        Duration longer = pair.compareTo(alone) > 0 ? pair : alone;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    synchronized void failed(String username, String address) {
        Instant now = clock.instant();
        count(pair(username, address), now);
        count(address, now);
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(pair(username, address));
    }

    private Duration wait(String key, int free, Instant now) {
        Failures known = failures.get(key);
        if (known == null || known.count < free || !now.isBefore(known.since.plus(WINDOW))) {
            return Duration.ZERO;
        }
        return Duration.between(now, known.since.plus(WINDOW));
    }

    private void count(String key, Instant now) {
        Failures known = failures.get(key);
        if (known == null || !now.isBefore(known.since.plus(WINDOW))) {
            failures.put(key, new Failures(1, now));
        } else {
            failures.put(key, new Failures(known.count + 1, known.since));
        }
        if (failures.size() > MOST_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static String pair(String username, String address) {
        return username + "\n" + address;
    }

    private record Failures(int count, Instant since) {}
}
