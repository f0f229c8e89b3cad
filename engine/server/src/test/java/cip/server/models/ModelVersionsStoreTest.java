package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.core.monitor.Contest;
import cip.server.audit.Audit;
import cip.server.http.Page;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each test with a score of its own, whose versions 1, 2, … were registered a minute after each other. */
@OnEveryDatabase
class ModelVersionsStoreTest {
    private static final Path SHIPPED = Path.of(System.getProperty("cip.root"), "pmml");
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = FIRST.plus(Duration.ofDays(1));

    private final Database database;
    private final Map<String, String> champions = new HashMap<>();
    private final ModelVersions versions;
    private final ModelKeeping keeping;
    private final Contests contests;

    ModelVersionsStoreTest(Database database) {
        this.database = database;
        ModelRegistry registry = registryAt(NOW);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        this.keeping = new ModelKeeping(database, registry, at -> champions, new Audit(clock), clock);
        this.contests = Contests.of(database, at -> champions, clock);
        this.versions = new ModelVersions(database, registry, at -> champions, contests, keeping);
    }

    @Test
    void pagesHoldThoseInUseFirstThenTheNewestAndEachVersionOnce() {
        List<String> hashes = registered("paged", 7);
        champions.put("paged", hashes.get(1));
        registryAt(NOW).setAlias("paged", ModelAlias.SHADOW, Optional.of(hashes.get(3)), "ann", "Watch it");

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<ModelSummary> page = versions.page(NOW, "paged", false, cursor, 2);
            page.items().forEach(model -> seen.add(model.version()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).containsExactly("4", "2", "7", "6", "5", "3", "1");
        assertThat(page("paged").get(0).aliases()).containsExactly("SHADOW");
        assertThat(page("paged").get(1).aliases()).containsExactly("CHAMPION");
        assertThat(page("paged").get(1).promotion().state()).isEqualTo(Promotion.State.CHAMPION);
    }

    @Test
    void versionsOfLaterAreLeftOut() {
        registered("later", 3);

        assertThat(versions.page(FIRST.plus(Duration.ofMinutes(1)), "later", false, null, 10)
                        .items())
                .extracting(ModelSummary::version)
                .containsExactly("2", "1");
    }

    @Test
    void whatWasPutAwayIsListedOnDemandAloneUnlessItIsInUse() {
        List<String> hashes = registered("put_away", 3);
        keeping.archive(hashes.get(0), true, "Old", "ann");
        keeping.archive(hashes.get(1), true, "Old", "ann");
        champions.put("put_away", hashes.get(0));

        assertThat(page("put_away")).extracting(ModelSummary::version).containsExactly("1", "3");
        assertThat(page("put_away").get(0).archived()).isNull();
        assertThat(versions.page(NOW, "put_away", true, null, 10).items())
                .filteredOn(model -> model.archived() != null)
                .extracting(ModelSummary::version)
                .containsExactly("2");
    }

    @Test
    void theNewestContestOfAVersionSaysWhetherItMayBePromotedAlsoBesideAChampionOfAnotherPage() {
        List<String> hashes = registered("met", 3);
        champions.put("met", hashes.get(0));
        contests.keep(held("job-1", hashes.get(2), hashes.get(0), Contest.Outcome.WON, FIRST));
        contests.keep(held("job-2", hashes.get(2), hashes.get(0), Contest.Outcome.LOST, FIRST.plusSeconds(1)));
        contests.keep(held("job-1", hashes.get(1), hashes.get(0), Contest.Outcome.WON, FIRST));

        Page<ModelSummary> second = versions.page(NOW, "met", false, hashes.get(0), 10);

        assertThat(second.items())
                .extracting(model -> model.promotion().state())
                .containsExactly(Promotion.State.LOST, Promotion.State.WON);
        assertThat(versions.one(hashes.get(2), NOW).promotion().state()).isEqualTo(Promotion.State.LOST);
    }

    @Test
    void aCursorThatIsNoVersionIsRefused() {
        assertThatThrownBy(() -> versions.page(NOW, null, false, "nothing", 10))
                .isInstanceOfSatisfying(EngineException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    assertThat(failure.getMessage()).contains("nextCursor of the page before");
                });
    }

    @Test
    void theNewestVersionOfAScoreAndThoseMadeBetweenTwoInstantsAreFound() {
        ModelRegistry registry = registryAt(NOW);
        registered("made", 3);

        assertThat(registry.newest("made")).contains(FIRST.plus(Duration.ofMinutes(2)));
        assertThat(registry.newest("nobody")).isEmpty();
        assertThat(made(registry, FIRST.plusSeconds(1), FIRST.plusSeconds(60))).containsExactly("2");
        assertThat(made(registry, FIRST.plusSeconds(1), null)).containsExactly("2", "3");
    }

    private static List<String> made(ModelRegistry registry, Instant from, @Nullable Instant to) {
        return registry.registered(from, Optional.ofNullable(to)).stream()
                .filter(version -> version.score().equals("made"))
                .map(MadeVersion::version)
                .toList();
    }

    private List<ModelSummary> page(String score) {
        return versions.page(NOW, score, false, null, 10).items();
    }

    private ModelRegistry registryAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new ModelRegistry(database, new Audit(clock), clock);
    }

    private List<String> registered(String score, int count) {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ShippedModel model = model(score, String.valueOf(i + 1));
            registryAt(FIRST.plus(Duration.ofMinutes(i))).register(model, "ann");
            hashes.add(model.hash());
        }
        return hashes;
    }

    private static HeldContest held(
            String job, String challenger, String champion, Contest.Outcome outcome, Instant at) {
        Contest contest = new Contest("rmse", 100, 2, 1, -1.5, -0.5, 0, 0.0, null, outcome, List.of("Because."));
        return new HeldContest(job, "met", challenger, champion, at, contest);
    }

    private static ShippedModel model(String score, String version) {
        ShippedModel model = new ModelFolder(SHIPPED).read("clv", "1");
        byte[] pmml = (score + version).getBytes(StandardCharsets.UTF_8);
        String card = model.cardJson()
                .replace(model.hash(), Sha256.hex(pmml))
                .replace("\"score\" : \"clv\"", "\"score\" : \"" + score + "\"")
                .replace("\"version\" : \"1\"", "\"version\" : \"" + version + "\"");
        return new ShippedModel(ModelCard.parse(card), pmml, card);
    }
}
