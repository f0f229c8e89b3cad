package cip.server.models;

import cip.core.error.EngineException;
import cip.core.feature.FittedFeatures;
import cip.core.monitor.Outcomes;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.server.models.ModelEvidence.Finding;
import cip.server.models.ModelEvidence.Table;
import cip.server.models.ModelEvidence.TimeCut;
import cip.server.models.TrainingHistory.Row;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Measures a recipe later than it was learned: the same recipe is trained at an earlier cut, and its scores at a later cut are
 * compared with what customers then did. What was only known later is left out of both, so that it cannot leak.
 */
final class OutOfTime {
    static final String TABLE = "outOfTime";

    /** Of these more is better. */
    private static final List<String> JUDGED = List.of("r2", "auc");

    private final Learner learner;
    private final FittedFeatures features;

    OutOfTime(Learner learner, FittedFeatures features) {
        this.learner = learner;
        this.features = features;
    }

    /** What came of it, for the card. */
    record Found(List<Table> tables, List<Finding> findings) {}

    /** A model learned at the earlier cut. @param then at the later cut; empty = too few customers to tell */
    private record Measured(List<Metric> earlier, List<Metric> then) {}

    Found measure(ModelRecipe recipe, Past past, TrainingProgress progress) {
        if (!recipe.target().comesTrue()) {
            return new Found(List.of(), List.of());
        }
        if (past.holdOut().isEmpty()) {
            return none(past.whyNone());
        }
        TimeHoldOut holdOut = past.holdOut().get();
        List<String> todays = recipe.features().stream()
                .filter(feature -> !holdOut.lasting().containsAll(features.attributesOf(feature)))
                .toList();
        try {
            boolean leaky = holdOut.todays() && !todays.isEmpty();
            double half = leaky ? 0.5 : 1;
            Measured honest = measured(recipe, holdOut.withLastingAttributes(), "earlier", progress.part(0, half));
            if (honest.then().isEmpty()) {
                return none("too few customers did what is predicted");
            }
            Optional<Measured> all = leaky
                    ? Optional.of(measured(recipe, holdOut, "earlier, with today's", progress.part(half, 1)))
                    : Optional.empty();
            return found(holdOut, todays, honest, all);
        } catch (EngineException | CancellationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return none("at the earlier cut the trainer refused: " + e.getMessage());
        } catch (RuntimeException e) {
            return none(
                    "at the earlier cut the trainer failed with " + e.getClass().getSimpleName());
        }
    }

    private static Found none(String why) {
        return new Found(
                List.of(),
                List.of(new Finding(
                        Kind.NO_TIME,
                        "No hold-out by time was possible (" + why
                                + "), so nothing shows how the model does later than it was learned.",
                        List.of(),
                        false)));
    }

    /** @param occasion name of it */
    private Measured measured(ModelRecipe recipe, TimeHoldOut holdOut, String occasion, TrainingProgress progress) {
        TrainingProgress heard =
                (share, doing) -> progress.reached(0.95 * share, "learning again as of an earlier day, " + doing);
        ShownRows shown = holdOut.earlier().shownTo(recipe, features);
        TrainedModel trained = learner.learn(
                recipe,
                new Learner.Occasion(occasion, holdOut.days(), false),
                columns -> shown.data(features.only(columns)),
                heard);
        List<Row> rows = holdOut.later().wholeRows();
        double[] scores = PmmlScorer.of(PmmlModel.read(trained.pmml()), recipe.output())
                .score(features.only(recipe.features())
                        .compute(
                                rows.stream().map(Row::record).toList(),
                                holdOut.later().asOf()));
        progress.reached(1, "comparing with what customers did later");
        int[] scored = IntStream.range(0, scores.length)
                .filter(row -> Double.isFinite(scores[row]))
                .toArray();
        Outcomes outcomes = new Outcomes(
                Arrays.stream(scored).mapToDouble(row -> scores[row]).toArray(),
                Arrays.stream(scored)
                        .mapToDouble(row -> recipe.target().of(rows.get(row).later()))
                        .toArray(),
                Outcomes.groupsOf(Arrays.stream(scored)
                        .mapToObj(row -> List.of(
                                rows.get(row).record().attributes(),
                                rows.get(row).record().purchases()))
                        .toList()));
        double mean = Arrays.stream(shown.target()).average().orElse(Double.NaN);
        return new Measured(
                trained.metrics(), TrainersFigures.of(recipe.output().kind(), outcomes, mean));
    }

    private static Found found(TimeHoldOut holdOut, List<String> todays, Measured honest, Optional<Measured> all) {
        List<String> names = honest.then().stream()
                .map(Metric::name)
                .filter(name -> metric(honest.earlier(), name).isPresent())
                .toList();
        String without = todays.isEmpty() ? "" : ", without what was not known then";
        List<ComparedRow> rows = new ArrayList<>();
        rows.add(row(Role.AT_CUT, "as the card measures, at the earlier cut" + without, honest.earlier(), names, ""));
        rows.add(row(Role.LATER, "out of time" + without, honest.then(), names, "to be believed"));
        String leaks = "not to be believed: knows today's attributes";
        all.ifPresent(measured -> {
            rows.add(row(
                    Role.AT_CUT_KNOWING_TODAY,
                    "as the card measures, at the earlier cut, all inputs",
                    measured.earlier(),
                    names,
                    leaks));
            rows.add(row(Role.LATER_KNOWING_TODAY, "out of time, all inputs", measured.then(), names, leaks));
        });
        TimeCut cut = new TimeCut(
                day(holdOut.earlier().asOf()).toString(),
                day(holdOut.later().asOf()).toString(),
                holdOut.days(),
                todays);
        String title = String.format(
                Locale.ROOT,
                "Learned as of %s, measured on what customers did in the %d days from %s on.",
                cut.learned(),
                cut.days(),
                cut.measured());
        if (!todays.isEmpty()) {
            title += " Left out, because only a later value is known: " + String.join(", ", todays) + ".";
        }
        List<Finding> findings = new ArrayList<>();
        all.flatMap(measured -> leak(measured, honest, names, todays)).ifPresent(findings::add);
        drop(honest, names).ifPresent(findings::add);
        return new Found(List.of(new Table(TABLE, title, rows, cut)), findings);
    }

    /** Whether today's attributes make the model clearly better than an honest one could be. */
    private static Optional<Finding> leak(Measured all, Measured honest, List<String> names, List<String> todays) {
        return names.stream().filter(JUDGED::contains).findFirst().flatMap(name -> {
            Metric with = metric(all.earlier(), name).orElseThrow();
            Metric alone = metric(honest.earlier(), name).orElseThrow();
            return isBelow(alone, with)
                    ? Optional.of(new Finding(
                            Kind.TIME_LEAK,
                            String.format(
                                    Locale.ROOT,
                                    "With attributes as they are today %s is %.2f, without them %.2f: some of them may tell what"
                                            + " happened after the cut. Believe what was measured later, held out by time.",
                                    inWords(name),
                                    with.value(),
                                    alone.value()),
                            todays,
                            true))
                    : Optional.empty();
        });
    }

    /** Whether the model does clearly worse later than where it was learned. */
    private static Optional<Finding> drop(Measured honest, List<String> names) {
        return names.stream().filter(JUDGED::contains).findFirst().flatMap(name -> {
            Metric before = metric(honest.earlier(), name).orElseThrow();
            Metric then = metric(honest.then(), name).orElseThrow();
            return isBelow(then, before)
                    ? Optional.of(new Finding(
                            Kind.UNSTABLE_METRIC,
                            String.format(
                                    Locale.ROOT,
                                    "Measured later than it was learned, %s is %.2f (95 %% interval %.2f to %.2f) instead of %.2f:"
                                            + " what the model learned does not last, or the time of year differs.",
                                    inWords(name),
                                    then.value(),
                                    then.low(),
                                    then.high(),
                                    before.value()),
                            List.of(),
                            false))
                    : Optional.empty();
        });
    }

    /** Of those that are judged. */
    private static String inWords(String name) {
        return name.equals("r2") ? "R²" : name.toUpperCase(Locale.ROOT);
    }

    private static boolean isBelow(Metric lower, Metric higher) {
        return lower.high() < higher.low();
    }

    private static ComparedRow row(Role role, String label, List<Metric> metrics, List<String> names, String verdict) {
        return new ComparedRow(
                label,
                names.stream()
                        .map(name -> metric(metrics, name)
                                .orElseGet(() -> new Metric(name, Double.NaN, Double.NaN, Double.NaN, Double.NaN)))
                        .map(ModelEvidence::figure)
                        .toList(),
                verdict,
                role);
    }

    private static Optional<Metric> metric(List<Metric> metrics, String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
