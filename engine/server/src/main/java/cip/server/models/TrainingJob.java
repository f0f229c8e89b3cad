package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FittedFeatures;
import cip.core.monitor.Contest;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.spi.Trainer;
import cip.spi.TrainingProgress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains models on our own customers and registers them; all of them meet the champion on customers held back, and the best
 * of each score becomes the challenger unless it lost. After a crash it goes on behind the last score that was finished; a score
 * begins again, and the same customers, recipes and seed give the same bytes.
 */
final class TrainingJob implements JobKind {
    static final String NAME = "TRAINING";

    /** How finely the progress of one recipe is told. */
    static final int PARTS = 1_000;

    private static final String NO_VERSION_YET = "";

    /** Between the scores of a checkpoint. */
    private static final String SEPARATOR = ",";

    private final BaseHistory base;
    private final Function<String, Trainer> trainers;
    private final Supplier<FittedFeatures> features;
    private final Supplier<List<ModelRecipe>> recipes;
    private final OwnRecipes own;
    private final ModelRegistry registry;
    private final TrainedModels heard;
    private final Contests contests;
    private final double tolerance;
    private final Clock clock;

    /**
     * @param features of the strategy that is live when the job runs
     * @param own makes recipes of those that were brought
     * @param heard told of every model
     * @param tolerance share of the champion's loss by which a challenger of the schedule may be worse
     */
    TrainingJob(
            BaseHistory base,
            Function<String, Trainer> trainers,
            Supplier<FittedFeatures> features,
            Supplier<List<ModelRecipe>> recipes,
            OwnRecipes own,
            ModelRegistry registry,
            TrainedModels heard,
            Contests contests,
            double tolerance,
            Clock clock) {
        this.base = base;
        this.trainers = trainers;
        this.features = features;
        this.recipes = recipes;
        this.own = own;
        this.registry = registry;
        this.heard = heard;
        this.contests = contests;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * What is trained.
     *
     * @param scores which models to make
     * @param seed of every random choice
     * @param reason {@code null} = somebody asked
     * @param settings instead of the recipes', see {@link ChangedSettings}; {@code null} = none
     * @param recipes that were brought, instead of those of their scores; {@code null} = none
     */
    record Input(
            List<String> scores,
            long seed,
            @Nullable TrainingReason reason,
            @Nullable Map<String, Map<String, Map<String, String>>> settings,
            @Nullable List<OwnRecipe> recipes) {
        List<OwnRecipe> brought() {
            return recipes == null ? List.of() : recipes;
        }

        ChangedSettings changed() {
            return ChangedSettings.of(settings);
        }

        static Input parse(String json) {
            try {
                return new ObjectMapper().readValue(json, Input.class);
            } catch (JsonProcessingException e) {
                throw new EngineException(ErrorCode.INTERNAL, "The input of a training is not JSON.", e);
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext context) {
        Input input = Input.parse(context.input());
        List<ModelRecipe> brought = input.brought().stream().map(own::recipe).toList();
        List<String> ofTheirOwn = brought.stream().map(ModelRecipe::score).toList();
        List<ModelRecipe> wanted = Stream.concat(
                        recipes.get().stream()
                                .filter(recipe -> input.scores().contains(recipe.score())
                                        && !ofTheirOwn.contains(recipe.score())),
                        brought.stream())
                .toList();
        List<String> done = new ArrayList<>(
                context.checkpoint().map(text -> List.of(text.split(SEPARATOR))).orElse(List.of()));
        long total = (long) PARTS * wanted.size();
        Past past = base.read(read -> context.step(0, total, "reading the customers"));
        UntouchedCustomers customers = UntouchedCustomers.of(past.atCut());
        FittedFeatures fitted = features.get();
        Past learned = past.learning(customers.learned());
        double allowed = input.reason() == TrainingReason.SCHEDULE ? tolerance : 0;
        List<EngineException> failures = new ArrayList<>();
        int tried = 0;
        for (String score : wanted.stream().map(ModelRecipe::score).distinct().toList()) {
            Rivals rivals = Rivals.none();
            ModelTraining training = new ModelTraining(trainers, fitted, learned, input.seed());
            List<ModelRecipe> competing = ofScore(wanted, score);
            for (ModelRecipe recipe : competing) {
                String about = competing.size() == 1
                        ? recipe.label()
                        : recipe.label() + ", recipe " + (competing.indexOf(recipe) + 1) + " of " + competing.size();
                long before = (long) PARTS * tried++;
                TrainingProgress progress =
                        (share, doing) -> context.step(before + (long) (PARTS * share), total, about + ": " + doing);
                if (done.contains(score)) {
                    context.step(before, total);
                } else {
                    rivals = tried(recipe, noting(recipe, brought, input.changed()), training, progress, rivals);
                }
            }
            rivals.failure().ifPresent(failures::add);
            if (!rivals.models().isEmpty()) {
                List<ShippedModel> registered = register(rivals, context);
                ModelRecipe recipe = competing.get(0);
                long now = (long) PARTS * tried;
                for (ShippedModel model : registered) {
                    context.step(now, total, recipe.label() + ": meeting the champion");
                    meet(context.jobId(), recipe, model, customers, fitted, allowed);
                }
                done.add(score);
                registry.trained(
                        challenger(registered),
                        context.requestedBy(),
                        handle -> context.checkpoint(handle, String.join(SEPARATOR, done), now));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        context.step(total, total);
        return Optional.of("/api/models");
    }

    private static List<ModelRecipe> ofScore(List<ModelRecipe> recipes, String score) {
        return recipes.stream().filter(recipe -> recipe.score().equals(score)).toList();
    }

    /**
     * Who is tried next: the best unless it did not win where it could, else another that did.
     *
     * @param registered the best last
     */
    private Optional<ShippedModel> challenger(List<ShippedModel> registered) {
        ShippedModel best = registered.get(registered.size() - 1);
        if (state(best) == Promotion.State.NOT_TESTED) {
            return Optional.of(best);
        }
        return Stream.concat(Stream.of(best), registered.stream())
                .filter(model -> state(model) == Promotion.State.WON)
                .findFirst();
    }

    private Promotion.State state(ShippedModel model) {
        return contests.promotion(model.score(), model.hash()).state();
    }

    /** A recipe that cannot be learned by takes no other with it, of its score or of others. */
    private static Rivals tried(
            ModelRecipe recipe, Asked asked, ModelTraining training, TrainingProgress progress, Rivals others) {
        try {
            return others.with(asked.noted().apply(training.train(asked.recipe(), NO_VERSION_YET, progress)));
        } catch (EngineException e) {
            return others.without(recipe.trainer(), e);
        }
    }

    /** @param recipe as it was asked for @param noted puts on the card what differs from the score's usual recipe */
    private record Asked(ModelRecipe recipe, UnaryOperator<ShippedModel> noted) {}

    private Asked noting(ModelRecipe recipe, List<ModelRecipe> brought, ChangedSettings changed) {
        return brought.contains(recipe)
                ? new Asked(recipe, model -> OwnRecipes.noted(recipe, model))
                : new Asked(
                        changed.in(recipe),
                        model -> changed.noted(recipe, new AdjustableSettings(trainers)::of, model));
    }

    private List<ShippedModel> register(Rivals rivals, JobContext context) {
        List<ShippedModel> registered = registry.registerTrained(rivals, context.requestedBy());
        registered.forEach(model -> heard.trained(context.jobId(), model));
        return registered;
    }

    /** A champion that has learned from those held back would win unfairly: a victory over it counts, a defeat by it does not. */
    private void meet(
            String job,
            ModelRecipe recipe,
            ShippedModel challenger,
            UntouchedCustomers customers,
            FittedFeatures fitted,
            double allowed) {
        Optional<RegisteredModel> champion = contests.champion(recipe.score())
                .filter(hash -> !hash.equals(challenger.hash()))
                .map(registry::model);
        champion.ifPresent(against -> customers
                .contest(recipe, registry.pmml(against.hash()), challenger, fitted, allowed)
                .filter(contest -> contest.outcome() == Contest.Outcome.WON
                        || !UntouchedCustomers.learnedFromEverybody(against.card()))
                .ifPresent(contest -> contests.keep(new HeldContest(
                        job, recipe.score(), challenger.hash(), against.hash(), clock.instant(), contest))));
    }
}
