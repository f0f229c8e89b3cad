package cip.server.simulations;

import cip.core.action.Action;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.simulate.ContactLoad;
import cip.core.simulate.Excess;
import cip.core.simulate.Transitions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as shown.
 *
 * @param draft id of the draft that is tried; {@code null} = the live strategy with other models
 * @param result {@code null} = it has not finished
 * @param obstacle why it cannot be published now; {@code null} = it can
 * @param challengers models it would bring in; one that may not be promoted needs a reason of its own to be published
 * @param unmetExamples of the strategy simulated, a sentence each; some need a reason of their own too
 * @param excesses limits it goes beyond, so that another person has to approve; empty also while it has not finished
 * @param approvals of other models; those of a draft are found there
 * @param approvalsNeeded of persons other than who publishes; 0 for a draft, which says it itself
 * @param mayApprove whether the caller may agree to it
 * @param mayPublish whether the caller may publish it, with a reason where one is needed
 */
public record SimulationView(
        String id,
        String label,
        String strategyBefore,
        String strategyAfter,
        Instant createdAt,
        String createdBy,
        @Nullable String draft,
        @Nullable Result result,
        @Nullable String obstacle,
        List<Challenger> challengers,
        List<String> unmetExamples,
        List<Excess> excesses,
        List<SimulationApproval> approvals,
        int approvalsNeeded,
        Allowance mayApprove,
        Allowance mayPublish) {
    /**
     * @param customers decided under both strategies
     * @param changed those who get another segment or first action
     * @param valueBefore sum of the expected values of the first actions, in the currency, their costs already taken off
     * @param load what the first actions cost, and by which channels they go
     * @param groups how groups of customers fare by attributes that nobody can change, without those the caller may not see;
     *     empty also for simulations that did not count them
     */
    public record Result(
            Instant asOf,
            Instant finishedAt,
            long customers,
            long changed,
            double valueBefore,
            double valueAfter,
            Matrix segments,
            Matrix actions,
            ContactLoad load,
            List<AttributeGroups> groups) {}

    /**
     * @param cells who goes from where to where, those who stay included
     * @param moved customers in another group than before
     */
    public record Matrix(List<Group> groups, List<Transitions.Cell> cells, long moved) {
        public static Matrix of(Transitions transitions, Stream<Group> groups) {
            Map<String, Group> byName = new LinkedHashMap<>();
            groups.forEach(group -> byName.putIfAbsent(group.name(), group));
            return new Matrix(List.copyOf(byName.values()), transitions.cells(), transitions.moved());
        }
    }

    /** A segment or an action. */
    public record Group(String name, String label) {
        public static Group of(Segment segment) {
            return new Group(segment.id(), segment.label());
        }

        public static Group of(Action action) {
            return new Group(action.id(), action.name());
        }
    }

    static SimulationView of(
            StoredSimulation simulation,
            Strategy before,
            Strategy after,
            @Nullable String obstacle,
            List<Challenger> challengers,
            List<String> unmetExamples,
            List<Excess> excesses,
            List<SimulationApproval> approvals,
            List<AttributeGroups> groups,
            Allowance mayApprove,
            Allowance mayPublish) {
        return new SimulationView(
                simulation.id(),
                simulation.label(),
                simulation.before().value(),
                simulation.after().value(),
                simulation.createdAt(),
                simulation.createdBy(),
                simulation.draft(),
                simulation
                        .finished()
                        .map(finished -> result(finished, before, after, groups))
                        .orElse(null),
                obstacle,
                challengers,
                unmetExamples,
                excesses,
                approvals,
                simulation.draft() == null && !excesses.isEmpty() ? 1 : 0,
                mayApprove,
                mayPublish);
    }

    private static Result result(
            StoredSimulation.Finished finished, Strategy before, Strategy after, List<AttributeGroups> groups) {
        Stream<Segment> segments =
                Stream.concat(before.segments().segments().stream(), after.segments().segments().stream());
        Stream<Action> actions = Stream.concat(before.actions().actions().stream(), after.actions().actions().stream());
        return new Result(
                finished.asOf(),
                finished.at(),
                finished.counts().customers(),
                finished.counts().changed(),
                finished.counts().valueBefore(),
                finished.counts().valueAfter(),
                Matrix.of(finished.counts().segments(), segments.map(Group::of)),
                Matrix.of(finished.counts().actions(), actions.map(Group::of)),
                ContactLoad.of(finished.counts(), before, after),
                groups);
    }
}
