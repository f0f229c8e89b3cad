package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Page;
import cip.server.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of versions: little of each in a list, all of one. Thread-safe. */
final class ModelVersions {
    private final Database database;
    private final ModelRegistry registry;
    private final Function<Instant, Map<String, String>> champions;
    private final Contests contests;
    private final ModelKeeping keeping;
    private final ModelStore store = new ModelStore();

    /** @param champions hash of the model behind each score of the strategy that was live at an instant */
    ModelVersions(
            Database database,
            ModelRegistry registry,
            Function<Instant, Map<String, String>> champions,
            Contests contests,
            ModelKeeping keeping) {
        this.database = database;
        this.registry = registry;
        this.champions = champions;
        this.contests = contests;
        this.keeping = keeping;
    }

    /**
     * Those in use first, then the newest.
     *
     * @param at as the registry was then
     * @param score {@code null} = of every score
     * @param archived whether those that were put away are listed too
     * @param cursor hash of the last version of the page before; {@code null} = from the beginning
     * @throws EngineException INVALID_VALUE when no version has the hash of the cursor
     */
    Page<ModelSummary> page(Instant at, @Nullable String score, boolean archived, @Nullable String cursor, int limit) {
        VersionsInUse used = inUse(at);
        Map<String, Archived> putAway = keeping.archived(at);
        Set<String> without = archived
                ? Set.of()
                : putAway.keySet().stream()
                        .filter(hash -> !used.hashes().contains(hash))
                        .collect(Collectors.toSet());
        List<RegisteredModel> found = found(new ModelList(at, score, used.hashes(), without), cursor, limit + 1);
        Map<String, Promotion> promotions = contests.promotions(found);
        List<ModelSummary> summaries = found.stream()
                .map(model -> ModelSummary.of(
                        model,
                        used.of(model.card().score(), model.hash()),
                        promotions.getOrDefault(model.hash(), Promotion.notTested()),
                        putAway.get(model.hash())))
                .toList();
        return Page.of(summaries, limit, ModelSummary::hash, null);
    }

    /**
     * @param at what it was used as then, and what was said of it
     * @throws EngineException NOT_FOUND
     */
    ModelVersion one(String hash, Instant at) {
        RegisteredModel model = registry.model(hash);
        String score = model.card().score();
        return ModelVersion.of(
                model,
                inUse(at).of(score, hash),
                contests.promotion(score, hash),
                keeping.notes(at).get(hash),
                keeping.archived(at).get(hash));
    }

    private List<RegisteredModel> found(ModelList list, @Nullable String after, int limit) {
        return database.read(handle -> {
            Optional<RegisteredModel> last = Optional.ofNullable(after).flatMap(hash -> store.find(handle, hash));
            if (after != null && last.isEmpty()) {
                throw new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "The cursor is no hash of a version.\nMaybe it was meant to be nextCursor of the page before.")
                        .about("cursor");
            }
            return store.page(handle, list, last, limit);
        });
    }

    private VersionsInUse inUse(Instant at) {
        return new VersionsInUse(champions.apply(at), registry.aliases(at));
    }
}
