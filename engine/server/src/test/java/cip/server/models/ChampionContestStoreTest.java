package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.core.hash.Sha256;
import cip.core.monitor.Contest;
import cip.core.rule.Vocabulary;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerTransaction;
import cip.server.customers.CustomerUpdate;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.TransactionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobsByHand;
import cip.server.models.ModelCard.Origin;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.server.strategies.PublishedStrategy;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is trained meets the champion on customers neither has learned from, and the verdict is kept. */
@OnEveryDatabase
class ChampionContestStoreTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private static final ModelRecipe RECIPE = new ModelRecipe(
            new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR"),
            "Lifetime value",
            "",
            "means",
            ModelRecipe.Target.SPEND,
            List.of("region", "annual_income"),
            Settings.none());

    private static final ModelRecipe LEAKY = new ModelRecipe(
            RECIPE.output(),
            "Lifetime value",
            "",
            "todaysSpend",
            ModelRecipe.Target.SPEND,
            List.of("purchase_amount"),
            Settings.none());

    private List<ModelRecipe> recipes = List.of(RECIPE);
    private final Database database;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final ModelRegistry registry;
    private final Contests contests;
    private final Map<String, String> champions = new HashMap<>();
    private final FittedFeatures features;
    private final JobsByHand jobs;

    ChampionContestStoreTest(Database database) throws IOException {
        this.database = database;
        this.registry = new ModelRegistry(database, new Audit(clock), clock);
        this.contests = Contests.of(database, at -> champions, clock);
        this.features = new FittedFeatures(
                FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                PublishedStrategy.schema());
        CustomerStore customers = new CustomerStore(database, PublishedStrategy.schema(), new TransactionStore());
        this.jobs = new JobsByHand(
                database,
                clock,
                new TrainingJob(
                        new BaseHistory(customers, PublishedStrategy.schema(), clock),
                        name -> name.equals("means") ? new RegionMeans() : new TodaysSpend(),
                        () -> features,
                        () -> recipes,
                        new OwnRecipes(
                                () -> List.of(RECIPE),
                                new TrainerChoices(
                                        () -> List.of("means"),
                                        name -> new RegionMeans(),
                                        new AdjustableSettings(name -> new RegionMeans())),
                                () -> features,
                                () -> new Vocabulary(List.of())),
                        registry,
                        (job, model) -> {},
                        contests,
                        0.2,
                        clock));
        save(new SampleRetailer(5).customers(1_200).toList());
    }

    @Test
    void aChallengerThatKnowsMoreThanTheChampionMayBePromotedUntilThereIsAnotherChampion() {
        String champion = champion("far-off", 5);
        Job job = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(job);

        HeldContest held = contests.ofTrainings(List.of(job.id())).get(0);
        assertThat(held.champion()).isEqualTo(champion);
        assertThat(held.contest().outcome()).isEqualTo(Contest.Outcome.WON);
        assertThat(held.contest().customers()).isGreaterThan(100);
        Promotion promotion = contests.promotion("clv", held.challenger());
        assertThat(promotion.state()).isEqualTo(Promotion.State.WON);
        assertThat(promotion.mayBePromoted()).isTrue();
        assertThat(contests.promotions(registry.models()).get(held.challenger()))
                .isEqualTo(promotion);

        champions.put("clv", champion("another", 6));
        assertThat(contests.promotion("clv", held.challenger()).state()).isEqualTo(Promotion.State.WON_BEFORE);
        assertThat(contests.promotion("clv", held.challenger()).mayBePromoted()).isFalse();
        champions.put("clv", held.challenger());
        assertThat(contests.promotion("clv", held.challenger()).state()).isEqualTo(Promotion.State.CHAMPION);
    }

    @Test
    void aModelThatReadsTodaysAnswerLosesAgainstAnHonestOne() {
        champion("honest", 5);
        recipes = List.of(LEAKY);
        Job job = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(job);

        HeldContest held = contests.ofTrainings(List.of(job.id())).get(0);
        assertThat(held.contest().outcome()).isEqualTo(Contest.Outcome.LOST);
        assertThat(contests.promotion("clv", held.challenger()).mayBePromoted()).isFalse();
    }

    @Test
    void aVictoryDoesNotCountWhileTheModelReadsWhatGivesTheTargetAway() {
        String champion = champion("honest", 5);
        recipes = List.of(LEAKY);
        Job job = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(job);
        String leaky = contests.ofTrainings(List.of(job.id())).get(0).challenger();
        Contest won = new Contest(
                "rmse", 200, 2, 1, -1.2, -0.8, 0, 0.0, null, Contest.Outcome.WON, List.of("Its error is smaller."));
        contests.keep(new HeldContest(
                jobs.asked("{\"scores\":[\"clv\"],\"seed\":2}").id(),
                "clv",
                leaky,
                champion,
                clock.instant().plusSeconds(1),
                won));

        Promotion promotion = contests.promotion("clv", leaky);
        assertThat(promotion.state()).isEqualTo(Promotion.State.WON);
        assertThat(promotion.mayBePromoted()).isFalse();
        assertThat(promotion.text()).contains("Its error is smaller.", "in doubt", "purchase_amount");
    }

    @Test
    void everyRivalMeetsTheChampionAndWhatWasTrainedHereUntestedNeedsAReason() {
        String champion = champion("far-off", 5);
        recipes = List.of(RECIPE, LEAKY);
        Job job = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(job);

        List<HeldContest> held = contests.ofTrainings(List.of(job.id()));
        assertThat(held).extracting(HeldContest::champion).containsExactly(champion, champion);
        assertThat(held)
                .extracting(of -> of.contest().outcome())
                .containsExactlyInAnyOrder(Contest.Outcome.WON, Contest.Outcome.LOST);
        String won = held.stream()
                .filter(of -> of.contest().outcome() == Contest.Outcome.WON)
                .findFirst()
                .orElseThrow()
                .challenger();
        assertThat(registry.aliases(clock.instant())).isEqualTo(Map.of("clv", Map.of(ModelAlias.CHALLENGER, won)));

        ModelCard card = registry.model(won).card();
        ModelCard other = registry.model(champion).card();
        assertThat(Promotion.notTested(card, other).mayBePromoted()).isFalse();
        assertThat(Promotion.notTested(card, null).text()).contains("There is no champion");
        assertThat(Promotion.notTested(other, card).text()).contains("was not trained here");
    }

    @Test
    void aChampionThatIsAsGoodIsNotReplacedExceptByTheSchedule() {
        champion("first", 5);
        Job first = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(first);
        String trained = contests.ofTrainings(List.of(first.id())).get(0).challenger();
        Optional<double[]> near = intercept(trained);
        champions.put("clv", champion("near", near.orElseThrow()[0]));

        Job byHand = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(byHand);
        Job scheduled = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1,\"reason\":\"SCHEDULE\"}");
        jobs.run(scheduled);

        Contest strict = contests.ofTrainings(List.of(byHand.id())).get(0).contest();
        Contest refresh = contests.ofTrainings(List.of(scheduled.id())).get(0).contest();
        assertThat(strict.tolerance()).isZero();
        assertThat(strict.outcome()).isEqualTo(Contest.Outcome.LOST);
        assertThat(refresh.tolerance()).isPositive();
        assertThat(refresh.high()).isLessThan(refresh.tolerance());
    }

    @Test
    void aDefeatByAChampionThatHasLearnedFromThoseHeldBackDoesNotCountButAVictoryDoes() {
        champion("everybody", 5, Origin.OWN_CUSTOMERS);
        Job won = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(won);
        HeldContest held = contests.ofTrainings(List.of(won.id())).get(0);
        assertThat(held.contest().outcome()).isEqualTo(Contest.Outcome.WON);
        champions.put("clv", champion("as near", intercept(held.challenger()).orElseThrow()[0], Origin.OWN_CUSTOMERS));

        Job lost = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(lost);

        assertThat(contests.ofTrainings(List.of(lost.id()))).isEmpty();
    }

    @Test
    void ofTooFewCustomersNobodyIsHeldBackAndThereIsNoContest() {
        byte[] pmml = RegionMeans.constant(5).getBytes(StandardCharsets.UTF_8);
        ModelCard card = registry.model(champion("small", 5)).card();
        UntouchedCustomers customers =
                UntouchedCustomers.of(TrainingHistory.of(new SampleRetailer(5), 100, "a small shop"));

        assertThat(customers.untouched()).isEmpty();
        assertThat(customers.contest(RECIPE, pmml, new ShippedModel(card, pmml, card.toJson()), features, 0))
                .isEmpty();
    }

    @Test
    void whereEverybodyHeldBackIsACopyOfOneLearnedFromThereIsNoContest() {
        byte[] pmml = RegionMeans.constant(5).getBytes(StandardCharsets.UTF_8);
        ModelCard card = registry.model(champion("copies", 5)).card();
        TrainingHistory history = TrainingHistory.of(new SampleRetailer(5), 100, "copies");
        UntouchedCustomers customers =
                new UntouchedCustomers(history, history.wholeRows().subList(0, 50));

        assertThat(customers.contest(RECIPE, pmml, new ShippedModel(card, pmml, card.toJson()), features, 0))
                .isEmpty();
    }

    @Test
    void aTrainingThatBeginsAgainAfterACrashHoldsItsContestOnce() {
        champion("crash", 5);
        Job job = jobs.asked("{\"scores\":[\"clv\"],\"seed\":1}");
        jobs.run(job);
        jobs.run(job);

        assertThat(contests.ofTrainings(List.of(job.id()))).hasSize(1);
    }

    @Test
    void aFifthIsHeldBackAndAlwaysTheSame() {
        long held = 0;
        for (int i = 0; i < 10_000; i++) {
            held += UntouchedCustomers.HELD_BACK.has(new CustomerId("C" + i)) ? 1 : 0;
        }

        assertThat(held).isBetween(1_900L, 2_100L);
        assertThat(UntouchedCustomers.HELD_BACK.has(new CustomerId("C1")))
                .isEqualTo(UntouchedCustomers.HELD_BACK.has(new CustomerId("C1")));
    }

    @Test
    void whatWasNotTrainedHereHasNotBeenTested() {
        Promotion promotion = contests.promotion("clv", champion("elsewhere", 7));

        assertThat(promotion.state()).isIn(Promotion.State.CHAMPION, Promotion.State.NOT_TESTED);
        champions.remove("clv");
        assertThat(contests.promotion("clv", Sha256.hex(new byte[0])).mayBePromoted())
                .isTrue();
    }

    /** Registers a model that gives everybody the same and makes it the champion. */
    private String champion(String version, double value) {
        return champion(version, value, Origin.ELSEWHERE);
    }

    /** @param origin of its rows, of which none is held back */
    private String champion(String version, double value, Origin origin) {
        byte[] pmml = RegionMeans.constant(value + version.length() * 1e-9).getBytes(StandardCharsets.UTF_8);
        String hash = Sha256.hex(pmml);
        ModelCard card = new ModelCard(
                "clv",
                version,
                "Lifetime value",
                "",
                ScoreOutput.Kind.AMOUNT,
                "EUR",
                hash,
                "",
                Map.of(),
                0,
                new ModelCard.Data("", origin, false, "", "", 12, 0, 0, ""),
                "",
                List.of(),
                List.of(),
                List.of(),
                new ReferenceDistribution(0, List.of(), Map.of()),
                ModelEvidence.none());
        database.execute(handle -> registry.keepShipped(handle, new ShippedModel(card, pmml, card.toJson())));
        champions.put("clv", hash);
        return hash;
    }

    private Optional<double[]> intercept(String hash) {
        String pmml = new String(registry.pmml(hash), StandardCharsets.UTF_8);
        String text = pmml.substring(pmml.indexOf("intercept=\"") + 11);
        return Optional.of(new double[] {Double.parseDouble(text.substring(0, text.indexOf('"')))});
    }

    private void save(List<SampleCustomer> sample) {
        CustomerUpdateStore updates = new CustomerUpdateStore(PublishedStrategy.schema());
        database.execute(handle -> {
            updates.save(
                    handle,
                    sample.stream()
                            .map(customer -> new CustomerUpdate(
                                    customer.id(),
                                    customer.attributes(),
                                    customer.attributes().keySet()))
                            .toList(),
                    clock.instant());
            new TransactionStore()
                    .save(
                            handle,
                            sample.stream()
                                    .flatMap(customer -> customer.transactions().stream()
                                            .map(transaction -> new CustomerTransaction(customer.id(), transaction)))
                                    .toList());
        });
    }
}
