package cip.server.models;

import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of every challenger's contest with the champion, and so which version may be promoted. Thread-safe. */
public final class Contests {
    private final Database database;
    private final Function<Instant, Map<String, String>> champions;
    private final Clock clock;
    private final ContestStore store = new ContestStore();

    private Contests(Database database, Function<Instant, Map<String, String>> champions, Clock clock) {
        this.database = database;
        this.champions = champions;
        this.clock = clock;
    }

    /** @param champions hash of the model behind each score of the strategy that was live at an instant */
    public static Contests of(Database database, Function<Instant, Map<String, String>> champions, Clock clock) {
        return new Contests(database, champions, clock);
    }

    void keep(HeldContest held) {
        database.execute(handle -> store.insert(handle, held));
    }

    /** Hash of today's champion; empty = no live strategy has the score. */
    Optional<String> champion(String score) {
        return Optional.ofNullable(champions.apply(clock.instant()).get(score));
    }

    /** Whether a version may replace today's champion. */
    public Promotion promotion(String score, String model) {
        List<HeldContest> held = database.read(handle -> store.of(handle, model));
        return promotion(model, champion(score).orElse(null), held.isEmpty() ? null : held.get(0));
    }

    /** The same for every version that has met a champion, and for the champions; by hash. */
    Map<String, Promotion> promotions() {
        Map<String, String> today = champions.apply(clock.instant());
        Map<String, Promotion> promotions = new HashMap<>();
        for (HeldContest held : database.read(store::all)) {
            promotions.putIfAbsent(held.challenger(), promotion(held.challenger(), today.get(held.score()), held));
        }
        today.values().forEach(champion -> promotions.put(champion, Promotion.ofChampion()));
        return promotions;
    }

    List<HeldContest> ofTrainings(List<String> jobs) {
        return database.read(handle -> store.ofTrainings(handle, jobs));
    }

    private static Promotion promotion(String model, @Nullable String champion, @Nullable HeldContest last) {
        if (model.equals(champion)) {
            return Promotion.ofChampion();
        }
        return last == null ? Promotion.notTested() : Promotion.of(last, champion);
    }
}
