package cip.server.decisions;

import cip.core.decide.CustomerBase;
import cip.core.decide.StrategyHash;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds where a version of a model decides and has decided. Thread-safe. */
final class ModelUse {
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

    /** Newest first. @throws EngineException NOT_FOUND when there is no such model */
    List<PinnedIn> of(String model) {
        live.card(model);
        List<Publication> publications = live.publications(Integer.MAX_VALUE, Integer.MAX_VALUE);
        List<PastRuns.PastRun> past = runs.upTo(clock.instant());
        List<PinnedIn> found = new ArrayList<>();
        @Nullable Instant until = null;
        for (Publication publication : publications) {
            if (publication.split().strategies().stream().anyMatch(strategy -> pins(strategy, model))) {
                List<Instant> times = past.stream()
                        .filter(run -> isOf(run, publication, publications))
                        .map(PastRuns.PastRun::asOf)
                        .toList();
                found.add(pinnedIn(publication, until, times));
            }
            until = publication.publishedAt();
        }
        return found;
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
     * @throws cip.core.error.EngineException NOT_FOUND when there is no such model
     */
    List<DecidedBy> decisions(String model, String afterCustomer, int limit) {
        String score = live.card(model).score();
        return runs.upTo(clock.instant()).stream()
                .filter(run -> run.split().strategies().stream().anyMatch(strategy -> pins(strategy, model)))
                .findFirst()
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
    private PinnedIn pinnedIn(Publication publication, @Nullable Instant until, List<Instant> runTimes) {
        int customers = base.get()
                .filter(decided -> decided.split().equals(publication.split()))
                .filter(decided -> runTimes.contains(decided.asOf()))
                .map(CustomerBase::size)
                .orElse(0);
        return new PinnedIn(
                publication.version(),
                publication.strategy().value(),
                publication.publishedAt(),
                publication.publishedBy(),
                publication.reason(),
                until,
                runTimes.size(),
                runTimes.isEmpty() ? null : runTimes.get(0),
                customers);
    }

    /** The same strategies may have gone live several times: a run is of the last time before it. */
    private static boolean isOf(PastRuns.PastRun run, Publication publication, List<Publication> publications) {
        return publications.stream()
                .filter(one -> one.split().equals(run.split()))
                .filter(one -> !one.publishedAt().isAfter(run.asOf()))
                .findFirst()
                .filter(publication::equals)
                .isPresent();
    }

    private boolean pins(StrategyHash strategy, String model) {
        return live.modelHashes(strategy).contains(model);
    }
}
