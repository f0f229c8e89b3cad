package cip.server.models;

import cip.server.store.Database;
import cip.spi.ScoreOutput;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registered versions as strategies pin them. What a version gives never changes, so it is read once: drafts ask at every
 * key. Thread-safe.
 */
public final class PinnableModels {
    private final Database database;
    private final Clock clock;
    private final ModelStore store = new ModelStore();
    private final ModelKeepingStore keeping = new ModelKeepingStore();
    private final Map<String, Pinnable> known = new ConcurrentHashMap<>();

    public PinnableModels(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A version.
     *
     * @param inputs names of the attributes and features that it reads, and of the attributes from which its file computes these
     */
    public record Pinnable(String score, ScoreOutput.Kind kind, String version, Set<String> inputs) {
        public Pinnable {
            inputs = Set.copyOf(inputs);
        }
    }

    /** Empty = no version has this hash. */
    public Optional<Pinnable> find(String hash) {
        Pinnable read = known.get(hash);
        if (read != null) {
            return Optional.of(read);
        }
        Optional<Pinnable> found = database.read(handle -> store.find(handle, hash))
                .map(model -> new Pinnable(
                        model.card().score(),
                        model.card().kind(),
                        model.version(),
                        model.card().inputs().stream()
                                .flatMap(input -> Stream.concat(Stream.of(input.name()), input.computedFrom().stream()))
                                .collect(Collectors.toUnmodifiableSet())));
        found.ifPresent(model -> known.put(hash, model));
        return found;
    }

    /** That a version was put away; empty = it was not, or was taken back. */
    public Optional<Archived> archived(String hash) {
        return Optional.ofNullable(database.read(handle -> keeping.archived(handle, clock.instant()))
                .get(hash));
    }
}
