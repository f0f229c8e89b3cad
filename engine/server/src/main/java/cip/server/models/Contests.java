package cip.server.models;

import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What came of every challenger's contest with the champion, and so which version may be promoted. Thread-safe. */
public final class Contests {
    private final Database database;
    private final Function<Instant, Map<String, String>> champions;
    private final Clock clock;
    private final ContestStore store = new ContestStore();
    private final ModelStore models = new ModelStore();

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
        Optional<String> champion = champion(score);
        return database.read(handle -> {
            Optional<ModelCard> card = card(handle, model);
            if (card.isEmpty()) {
                return champion.filter(model::equals).isPresent() ? Promotion.ofChampion() : Promotion.notTested();
            }
            List<HeldContest> held = store.of(handle, model);
            return promotion(
                    card.get(),
                    champion.flatMap(hash -> card(handle, hash)).orElse(null),
                    held.isEmpty() ? null : held.get(0));
        });
    }

    /** The same for these versions, champions among them or not; by hash. */
    Map<String, Promotion> promotions(List<RegisteredModel> models) {
        Map<String, String> today = champions.apply(clock.instant());
        Map<String, ModelCard> cards = new HashMap<>();
        models.forEach(model -> cards.put(model.hash(), model.card()));
        List<String> challengers = List.copyOf(cards.keySet());
        List<HeldContest> newest = database.read(handle -> {
            models.stream()
                    .map(model -> today.getOrDefault(model.card().score(), ""))
                    .filter(hash -> !hash.isEmpty() && !cards.containsKey(hash))
                    .distinct()
                    .toList()
                    .forEach(hash -> card(handle, hash).ifPresent(card -> cards.put(hash, card)));
            return store.newest(handle, challengers);
        });
        Map<String, HeldContest> last =
                newest.stream().collect(Collectors.toMap(HeldContest::challenger, held -> held, (one, other) -> one));
        Map<String, Promotion> promotions = new HashMap<>();
        models.forEach(model -> promotions.put(
                model.hash(),
                promotion(
                        model.card(),
                        cards.get(today.getOrDefault(model.card().score(), "")),
                        last.get(model.hash()))));
        return promotions;
    }

    private Optional<ModelCard> card(Handle handle, String hash) {
        return models.find(handle, hash).map(RegisteredModel::card);
    }

    List<HeldContest> ofTrainings(List<String> jobs) {
        return database.read(handle -> store.ofTrainings(handle, jobs));
    }

    private static Promotion promotion(ModelCard card, @Nullable ModelCard champion, @Nullable HeldContest last) {
        return known(card, champion, last).asBelieved(card);
    }

    private static Promotion known(ModelCard card, @Nullable ModelCard champion, @Nullable HeldContest last) {
        if (champion != null && card.hash().equals(champion.hash())) {
            return Promotion.ofChampion();
        }
        return last == null
                ? Promotion.notTested(card, champion)
                : Promotion.of(last, champion == null ? null : champion.hash());
    }
}
