package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.http.Questions;
import cip.server.http.Role;
import cip.server.jobs.JobRequests;
import cip.server.models.ModelCard;
import cip.server.publishing.PublishingLimits;
import cip.server.simulations.ModelAdmission;
import cip.server.simulations.PersonalModels;
import cip.server.simulations.Simulations;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.ModelPins;
import cip.server.strategies.Publisher;
import cip.server.strategies.StrategyCandidates;
import cip.server.wiring.Platform;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts drafts together: their store, their effect, and their way to the live strategy. */
public final class DraftsWiring {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private DraftsWiring() {}

    /**
     * @param pins say which version gives which score
     * @param admission says which models need a reason
     * @param base refuses when nothing has been decided yet
     * @param valueScore name of the score that is summed
     * @param cards of models by hash
     * @param rolesOf of a person who may sign in now; empty for anybody else
     * @param whenPublished decides for the whole base again
     */
    public static void install(
            Platform platform,
            LiveStrategy live,
            StrategyCandidates candidates,
            Publisher publisher,
            ModelPins pins,
            Simulations simulations,
            ModelAdmission admission,
            PublishingLimits limits,
            CustomerStore customers,
            LookUps lookUps,
            PersonalData personal,
            PersonalModels personalModels,
            Supplier<CustomerBase> base,
            CustomerSchema schema,
            String valueScore,
            Function<String, Optional<ModelCard>> cards,
            Function<String, Set<Role>> rolesOf,
            Runnable whenPublished) {
        DraftSteps steps = new DraftSteps(platform.audit(), platform.clock());
        Drafts drafts = new Drafts(platform.database(), live, schema, pins, platform.audit(), platform.clock());
        DraftEdits edits = new DraftEdits(platform.database(), drafts, live, steps, platform.audit(), platform.clock());
        DraftApprovals approvals = new DraftApprovals(limits, platform.clock());
        DraftViews views = new DraftViews(platform.database(), drafts, live, simulations, approvals, admission, schema);
        DraftPrivacy privacy = new DraftPrivacy(personal, live, personalModels, schema);
        DraftBases bases = new DraftBases(
                live,
                platform.environment()
                        .lifecycle()
                        .executorService("draft-models")
                        .maxThreads(1)
                        .build());
        AskedDrafts asked = new AskedDrafts(drafts, live, base, bases, privacy);
        DraftEffects effects = new DraftEffects(asked, new DraftCounting(live, valueScore), schema, privacy);
        DraftThresholds thresholds = new DraftThresholds(asked, live, schema, valueScore, privacy, cards);
        DraftExamples examples =
                new DraftExamples(platform.database(), drafts, edits, live, customers, lookUps, platform.clock());
        DraftCoverages coverages =
                new DraftCoverages(live, customers, lookUps, effects, privacy, examples, platform.clock());
        DraftContents contents = new DraftContents(drafts);
        Questions questions = new Questions();
        DraftDrl drl = new DraftDrl(drafts, live, schema);
        DraftPublications publications = new DraftPublications(drafts, steps, approvals, live, simulations, admission);
        DraftReviews reviews =
                new DraftReviews(platform.database(), drafts, steps, approvals, publications, candidates, simulations);
        DraftSchedules schedules = new DraftSchedules(
                platform.database(), drafts, steps, approvals, publications, simulations, platform.clock());
        ScheduledPublications due = new ScheduledPublications(
                platform.database(),
                drafts,
                steps,
                approvals,
                publications,
                simulations,
                rolesOf,
                platform.audit(),
                platform.clock());
        platform.repeat("scheduled-publications", LOOK, LOOK, due::publish);
        JobRequests requests = new JobRequests(platform.idempotency(), platform.jobs());
        platform.route(new DraftsResource(
                drafts, edits, contents, views, effects, thresholds, drl, live, questions, platform.idempotency()));
        platform.route(new DraftScoresResource(bases.scores()));
        platform.route(new DraftPresenceResource(drafts, new DraftReaders(platform.clock())));
        platform.route(new DraftExamplesResource(examples, coverages, contents, views, questions));
        platform.route(new DraftTablesResource(new DraftTables(drafts, live, schema), contents));
        platform.route(new DraftReviewsResource(
                drafts, reviews, schedules, views, privacy, live, requests, platform.idempotency()));
        platform.route(new RollbackResource(publisher, whenPublished));
    }
}
