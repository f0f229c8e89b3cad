package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.hash.Sha256;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.models.LogisticFile;
import cip.server.models.ModelCard;
import cip.server.models.ModelRegistry;
import cip.server.models.ShippedModel;
import cip.server.publishing.PublishingLimits;
import cip.server.simulations.SimulationsByHand;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.server.strategies.PublishedStrategy;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A draft with another model passes the gate that the model alone would have to pass. */
@OnEveryDatabase
class DraftModelsGateStoreTest {
    private static final Caller MIA = new Caller("mia", "Mia", Set.of(Role.MARKETER));
    private static final Caller PAUL = new Caller("paul", "Paul", Set.of(Role.APPROVER));
    private static final String SCORE = "churn_risk";

    private final Database database;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final PublishedStrategy strategy;
    private final SimulationsByHand simulations;
    private final Drafts drafts;
    private final DraftEdits edits;
    private final DraftReviews reviews;
    private final DraftSchedules schedules;
    private final ScheduledPublications due;

    DraftModelsGateStoreTest(Database database) throws IOException {
        this.database = database;
        this.strategy = new PublishedStrategy(database, clock);
        this.simulations = new SimulationsByHand(database, strategy, clock);
        Audit audit = new Audit(clock);
        DraftSteps steps = new DraftSteps(audit, clock);
        this.drafts = new Drafts(database, strategy.live(), PublishedStrategy.schema(), strategy.pins(), audit, clock);
        this.edits = new DraftEdits(database, drafts, strategy.live(), steps, audit, clock);
        DraftApprovals approvals =
                new DraftApprovals(new PublishingLimits(database, strategy.live(), audit, clock), clock);
        DraftPublications publications = new DraftPublications(
                drafts, steps, approvals, strategy.live(), simulations.simulations(), simulations.admission());
        this.reviews = new DraftReviews(
                database, drafts, steps, approvals, publications, strategy.candidates(), simulations.simulations());
        this.schedules =
                new DraftSchedules(database, drafts, steps, approvals, publications, simulations.simulations(), clock);
        this.due = new ScheduledPublications(
                database,
                drafts,
                steps,
                approvals,
                publications,
                simulations.simulations(),
                name -> Set.of(Role.APPROVER),
                audit,
                Clock.offset(clock, Duration.ofHours(2)));
    }

    @Test
    void aModelThatHasNotWonNeedsAReasonOfItsOwnThatIsKept() throws IOException {
        String model = trainedHere("unproven");
        Draft draft = approved(model);

        assertThatThrownBy(() -> published(draft, way(null)))
                .isInstanceOf(EngineException.class)
                .hasMessageContainingAll("has not won against the champion", "overrideReason");
        assertThatThrownBy(() -> published(draft, way(" "))).hasMessageContaining("overrideReason");

        published(draft, way("The champion's source is gone"));

        assertThat(strategy.live()
                        .modelHashes(strategy.live().snapshot().publication().strategy()))
                .contains(model);
        assertThat(audited(model)).singleElement().asString().contains("NOT_TESTED", "source is gone");
        DraftEvent last = drafts.last(draft.id(), DraftEvent.Kind.PUBLISHED).orElseThrow();
        assertThat(last.text()).contains("For a test", "source is gone");
    }

    @Test
    void theReasonOfAScheduledDraftIsKeptUntilItsTime() throws IOException {
        String model = trainedHere("scheduled");
        Draft draft = approved(model);

        assertThatThrownBy(() -> scheduled(draft, way(null))).hasMessageContaining("overrideReason");
        scheduled(draft, way("Asked for by the board"));
        due.publish();

        assertThat(drafts.draft(draft.id()).state()).isEqualTo(DraftState.PUBLISHED);
        assertThat(audited(model)).singleElement().asString().contains("Asked for by the board");
    }

    @Test
    void whatWasApprovedWithAnotherModelIsNotPublished() throws IOException {
        Draft draft = approved(trainedHere("first"));
        DraftDocument other = document(draft, trainedHere("second"));
        Draft changed = edits.save(draft.id(), draft.revision(), "Risk", draft.basedOn(), other, MIA);

        assertThat(changed.state()).isEqualTo(DraftState.OPEN);
        assertThatThrownBy(() -> published(changed, way("Now"))).hasMessageContaining("needs one that is approved");
    }

    private Draft approved(String model) {
        StrategyHash live = strategy.live().snapshot().publication().strategy();
        Drafts.Start start = drafts.start("Risk", live, MIA);
        database.execute(handle -> drafts.create(handle, start, MIA));
        Draft open =
                edits.save(start.draft().id(), 1, "Risk", start.draft().basedOn(), document(start.draft(), model), MIA);
        StrategyHash tried = reviews.tried(open);
        simulations.run(database.write(handle -> reviews.simulate(handle, open, tried, MIA)));
        reviews.submit(open.id(), open.revision(), "", MIA);
        assertThatThrownBy(() -> reviews.approve(open.id(), open.revision(), "", MIA))
                .hasMessageContaining("second person");
        return reviews.approve(open.id(), open.revision(), "", PAUL);
    }

    private DraftDocument document(Draft draft, String model) {
        ObjectNode document = drafts.document(draft).json().deepCopy();
        ((ObjectNode) document.get("models")).put(SCORE, model);
        document.putObject("examples").putArray("examples");
        return DraftDocument.read(document);
    }

    private void published(Draft draft, DraftPublications.Way way) {
        reviews.publish(draft.id(), draft.revision(), way, PAUL, (handle, publication) -> {});
    }

    private void scheduled(Draft draft, DraftPublications.Way way) {
        schedules.schedule(draft.id(), draft.revision(), clock.instant().plus(Duration.ofHours(1)), way, PAUL);
    }

    private static DraftPublications.Way way(@Nullable String overrideReason) {
        return DraftPublications.Way.of(null, "For a test", overrideReason);
    }

    private List<String> audited(String model) {
        return database.read(handle -> handle.createQuery(
                        "select detail from audit_event where kind = 'CHALLENGER_OVERRIDDEN' and subject = :hash")
                .bind("hash", model)
                .mapTo(String.class)
                .list());
    }

    /** Registers a model whose card says that it was trained on our customers; it has met nobody. */
    private String trainedHere(String version) throws IOException {
        byte[] pmml = LogisticFile.of("purchase_amount", version.length()).getBytes(StandardCharsets.UTF_8);
        ObjectNode card = (ObjectNode) new ObjectMapper()
                .readTree(Path.of(System.getProperty("cip.root"), "pmml/churn_risk/1/card.json")
                        .toFile());
        card.put("version", version).put("hash", Sha256.hex(pmml));
        ((ObjectNode) card.get("data"))
                .put("source", "own customers as of 2026-10-01")
                .put("origin", "OWN_CUSTOMERS");
        ShippedModel model = new ShippedModel(ModelCard.parse(card.toString()), pmml, card.toString());
        ModelRegistry registry = new ModelRegistry(database, new Audit(clock), clock);
        database.execute(handle -> registry.keepShipped(handle, model));
        return model.hash();
    }
}
