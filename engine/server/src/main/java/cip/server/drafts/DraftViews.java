package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyChange;
import cip.core.decide.StrategyDifference;
import cip.core.decide.StrategyHash;
import cip.core.simulate.ChangeMeasure;
import cip.core.simulate.Simulation;
import cip.server.simulations.ModelAdmission;
import cip.server.simulations.Simulations;
import cip.server.simulations.StoredSimulation;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of a draft. */
final class DraftViews {
    private final Drafts drafts;
    private final LiveStrategy live;
    private final Simulations simulations;
    private final DraftApprovals approvals;
    private final ModelAdmission admission;
    private final Database database;
    private final CustomerSchema schema;
    private final DraftScheduleStore schedules = new DraftScheduleStore();

    DraftViews(
            Database database,
            Drafts drafts,
            LiveStrategy live,
            Simulations simulations,
            DraftApprovals approvals,
            ModelAdmission admission,
            CustomerSchema schema) {
        this.database = database;
        this.drafts = drafts;
        this.live = live;
        this.simulations = simulations;
        this.approvals = approvals;
        this.admission = admission;
        this.schema = schema;
    }

    DraftView.DraftSummary summary(Draft draft) {
        return new DraftView.DraftSummary(
                draft.id(),
                draft.name(),
                draft.state(),
                draft.revision(),
                draft.basedOn().value(),
                version(draft.basedOn()),
                draft.createdAt(),
                draft.createdBy(),
                draft.changedAt(),
                draft.changedBy(),
                schedule(draft).map(DraftSchedule::at).orElse(null));
    }

    private Optional<DraftSchedule> schedule(Draft draft) {
        return draft.state() == DraftState.SCHEDULED
                ? database.read(handle -> schedules.find(handle, draft.id()))
                : Optional.empty();
    }

    DraftView view(Draft draft) {
        return view(draft, true);
    }

    /** @param whole whether the document is shown, which whoever has just saved it has */
    DraftView view(Draft draft, boolean whole) {
        Publication current = live.snapshot().publication();
        DraftDocument document = drafts.document(draft);
        CheckedDraft checked = drafts.check(draft, document);
        DraftApprovals.Standing standing = standing(
                draft, checked.valid().flatMap(strategy -> simulations.newestFinished(draft.id(), strategy.hash())));
        return new DraftView(
                draft.id(),
                draft.name(),
                draft.state(),
                draft.revision(),
                draft.basedOn().value(),
                version(draft.basedOn()),
                draft.basedOn().equals(current.strategy()),
                current.strategy().value(),
                current.version(),
                draft.createdAt(),
                draft.createdBy(),
                draft.changedAt(),
                draft.changedBy(),
                whole ? document.json() : null,
                checked.valid().map(strategy -> strategy.hash().value()).orElse(null),
                checked.problems(),
                checked.strategy()
                        .map(strategy -> changes(draft.basedOn(), strategy))
                        .orElse(List.of()),
                checked.strategy()
                        .map(strategy -> admission.challengers(live.strategy(draft.basedOn()), strategy))
                        .orElse(List.of()),
                drafts.events(draft.id()),
                drafts.authors(draft.id()),
                standing.given(),
                standing.needed(),
                schedule(draft).map(DraftView.ScheduleView::of).orElse(null),
                simulations
                        .newestOf(draft.id())
                        .map(newest -> simulation(draft, newest))
                        .orElse(null));
    }

    private DraftApprovals.Standing standing(Draft draft, Optional<StoredSimulation> shown) {
        Optional<ChangeMeasure> measure = shown.flatMap(approvals::measure);
        return database.read(handle -> approvals.standing(handle, draft.id(), measure));
    }

    private List<StrategyChange> changes(StrategyHash basedOn, Strategy strategy) {
        return StrategyDifference.of(live.strategy(basedOn), strategy, schema);
    }

    private DraftView.DraftSimulation simulation(Draft draft, StoredSimulation simulation) {
        Optional<Simulation> counts = simulation.finished().map(StoredSimulation.Finished::counts);
        return new DraftView.DraftSimulation(
                simulation.id(),
                simulation.after().value(),
                simulation.createdAt(),
                counts.isPresent(),
                counts.map(Simulation::changed).orElse(null),
                simulations.obstacle(simulation).orElse(null),
                standing(draft, Optional.of(simulation)).excesses());
    }

    private @Nullable Integer version(StrategyHash strategy) {
        return live.publicationOf(strategy).map(Publication::version).orElse(null);
    }
}
