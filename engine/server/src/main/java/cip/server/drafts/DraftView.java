package cip.server.drafts;

import cip.core.decide.StrategyChange;
import cip.core.decide.StrategyProblem;
import cip.core.simulate.Excess;
import cip.server.simulations.Challenger;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as shown.
 *
 * @param revision also the ETag
 * @param basedOn hash of the strategy it changes
 * @param upToDate whether that one is live
 * @param document its parts, each in the form of its file under {@code rules/}; may be unfinished;
 *     {@code null} = the caller has just saved it
 * @param strategyHash what it would be published as; {@code null} = there are problems
 * @param changes against the strategy it is based on, in words; empty while it cannot be read
 * @param models that it brings in in the place of those of the strategy it is based on, and whether each may be published without
 *     a reason of its own
 * @param events the newest 200, in the order in which they happened; all of them page by page beside it
 * @param authors user names of those who saved a revision: none of them may approve
 * @param approvals of the content in review; saving anything voids them
 * @param approvalsNeeded 2 when what was simulated goes beyond a limit
 * @param schedule when it is to be published; {@code null} = it is not scheduled
 * @param simulation its newest one; {@code null} = none
 */
public record DraftView(
        String id,
        String name,
        DraftState state,
        int revision,
        String basedOn,
        @Nullable Integer basedOnVersion,
        boolean upToDate,
        String liveHash,
        int liveVersion,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        @Nullable JsonNode document,
        @Nullable String strategyHash,
        List<StrategyProblem> problems,
        List<StrategyChange> changes,
        List<Challenger> models,
        List<DraftEvent> events,
        List<String> authors,
        List<DraftApproval> approvals,
        int approvalsNeeded,
        @Nullable ScheduleView schedule,
        @Nullable DraftSimulation simulation) {
    /**
     * @param strategyHash what was simulated
     * @param changed customers who get another segment or first action; {@code null} = it has not finished
     * @param obstacle why what was simulated cannot be published now; {@code null} = it could
     * @param excesses limits that it goes beyond; empty also while it has not finished
     */
    public record DraftSimulation(
            String id,
            String strategyHash,
            Instant createdAt,
            boolean finished,
            @Nullable Long changed,
            @Nullable String obstacle,
            List<Excess> excesses) {}

    /**
     * @param share of the customers on whom it is tried as the challenger; {@code null} = it is for everybody
     * @param overrideReason why models that have not won are published all the same; {@code null} = they are not
     * @param by user name of whoever scheduled it, and in whose name it is published
     * @param simulation id of the one that was repeated at the time because customers had changed; {@code null} = none was yet
     */
    public record ScheduleView(
            Instant at,
            @Nullable Double share,
            String reason,
            @Nullable String overrideReason,
            String by,
            Instant scheduledAt,
            @Nullable String simulation) {
        static ScheduleView of(DraftSchedule schedule) {
            return new ScheduleView(
                    schedule.at(),
                    schedule.way().share(),
                    schedule.way().reason(),
                    schedule.way().overrideReason(),
                    schedule.by(),
                    schedule.scheduledAt(),
                    schedule.simulation());
        }
    }

    /**
     * A draft among others.
     *
     * @param scheduledFor when it is to be published; {@code null} = it is not scheduled
     */
    public record DraftSummary(
            String id,
            String name,
            DraftState state,
            int revision,
            String basedOn,
            @Nullable Integer basedOnVersion,
            Instant createdAt,
            String createdBy,
            Instant changedAt,
            String changedBy,
            @Nullable Instant scheduledFor) {}
}
