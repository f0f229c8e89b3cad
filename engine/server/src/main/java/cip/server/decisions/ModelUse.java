package cip.server.decisions;

import cip.core.decide.CustomerBase;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds where a version of a model decides and has decided. Thread-safe. */
final class ModelUse {
    private static final int PAGE = 200;

    private final LiveStrategy live;
    private final PastRuns runs;
    private final Supplier<Optional<CustomerBase>> base;
    private final Clock clock;

    /** @param base as the last run left it; empty = none has finished yet */
    ModelUse(LiveStrategy live, PastRuns runs, Supplier<Optional<CustomerBase>> base, Clock clock) {
        this.live = live;
        this.runs = runs;
        this.base = base;
        this.clock = clock;
    }

    /**
     * A publication of strategies of which one pins the model.
     *
     * @param version of the live strategy that it made
     * @param until when another one went live; {@code null} = it is live
     * @param runs how often it decided for the whole base
     * @param lastRun the instant for which it did so last; {@code null} = never
     * @param customers whose latest decision of a run is of this publication; 0 = a run decided them anew since
     */
    public record PinnedIn(
            int version,
            String strategy,
            Instant publishedAt,
            String publishedBy,
            String reason,
            @Nullable Instant until,
            int runs,
            @Nullable Instant lastRun,
            int customers) {}

    /**
     * Newest first.
     *
     * @param beforeVersion of the live strategy; {@link Integer#MAX_VALUE} = from the newest on
     * @throws EngineException NOT_FOUND when there is no such model
     */
    List<PinnedIn> of(String model, int beforeVersion, int limit) {
        live.card(model);
        Map<Publication, Optional<Instant>> pinning = pinning(model, beforeVersion, limit);
        Map<Integer, PastRunStore.RunsOfPublication> decided =
                runs.of(pinning.keySet().stream().map(Publication::version).toList(), clock.instant());
        List<PinnedIn> found = new ArrayList<>();
        pinning.forEach((publication, until) ->
                found.add(pinnedIn(publication, until.orElse(null), decided.get(publication.version()))));
        return found;
    }

    /** Publications that pin the model, newest first, with the instant when another one went live. */
    private Map<Publication, Optional<Instant>> pinning(String model, int beforeVersion, int limit) {
        Map<Publication, Optional<Instant>> found = new LinkedHashMap<>();
        int before = beforeVersion;
        Optional<Instant> until = beforeVersion == Integer.MAX_VALUE
                ? Optional.empty()
                : live.publications(beforeVersion + 1, 1).stream()
                        .map(Publication::publishedAt)
                        .findFirst();
        while (true) {
            List<Publication> page = live.publications(before, PAGE);
            for (Publication publication : page) {
                if (publication.split().strategies().stream().anyMatch(strategy -> pins(strategy, model))) {
                    found.put(publication, until);
                }
                if (found.size() == limit) {
                    return found;
                }
                until = Optional.of(publication.publishedAt());
                before = publication.version();
            }
            if (page.size() < PAGE) {
                return found;
            }
        }
    }

    /**
     * What a version decided for one customer, with the others of its strategy.
     *
     * @param asOf the instant for which the run decided
     * @param score what it gave; {@code null} = it could not score the customer
     * @param segment label of it
     * @param action name of the one ranked first; empty = none was recommended
     */
    public record DecidedBy(
            String customerId,
            String decisionId,
            Instant asOf,
            @Nullable Double score,
            String segment,
            String action) {}

    /**
     * Decisions of the last run over the base in which the version decided, in the order of the customers' ids.
     *
     * @param afterCustomer empty = from the first on
     * @return empty = it decided in none
     * @throws EngineException NOT_FOUND when there is no such model
     */
    List<DecidedBy> decisions(String model, String afterCustomer, int limit) {
        String score = live.card(model).score();
        return runs.latestOf(
                        split -> split.strategies().stream().anyMatch(strategy -> pins(strategy, model)),
                        clock.instant())
                .map(run -> runs.decisions(run.id(), afterCustomer, limit).stream()
                        .map(decision -> new DecidedBy(
                                decision.customer().value(),
                                decision.decisionId(),
                                run.asOf(),
                                decision.scores().get(score),
                                decision.segment(),
                                decision.action()))
                        .toList())
                .orElse(List.of());
    }

    /** A challenger has the models of its champion, so all customers of a run are the publication's. */
    private PinnedIn pinnedIn(
            Publication publication, @Nullable Instant until, PastRunStore.@Nullable RunsOfPublication decided) {
        Instant last = decided == null ? null : decided.last();
        int customers = base.get()
                .filter(latest -> latest.split().equals(publication.split()))
                .filter(latest -> latest.asOf().equals(last))
                .map(CustomerBase::size)
                .orElse(0);
        return new PinnedIn(
                publication.version(),
                publication.strategy().value(),
                publication.publishedAt(),
                publication.publishedBy(),
                publication.reason(),
                until,
                decided == null ? 0 : decided.runs(),
                last,
                customers);
    }

    private boolean pins(StrategyHash strategy, String model) {
        return live.modelHashes(strategy).contains(model);
    }
}
