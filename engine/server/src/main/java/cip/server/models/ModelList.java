package cip.server.models;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which versions a list holds: those in use first, then the newest.
 *
 * @param at versions of later are left out
 * @param score {@code null} = of every score
 * @param first hashes of those in use
 * @param without hashes of those that are left out
 */
record ModelList(Instant at, @Nullable String score, Set<String> first, Set<String> without) {
    ModelList {
        first = Set.copyOf(first);
        without = Set.copyOf(without);
    }
}
