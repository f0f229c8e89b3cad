package cip.core.score;

import cip.core.score.Attribution.Scale;
import cip.core.score.kernel.Explained;
import cip.core.score.kernel.ExplainedRows;
import cip.core.score.kernel.Program;
import cip.core.score.kernel.Shares;
import cip.spi.FeatureColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Attributions of the scores of a program. Made only when they add up to the program's own scores, on one scale, for rows of
 * every kind.
 */
final class Attributions {
    private static final int ROWS_TRIED = 200;
    private static final double TOLERANCE = 1e-4;
    /** What a logarithm may be off is a share of the score, however small the score is. */
    private static final double SHARE_TOLERANCE = 1e-3;

    private final Program program;
    private final Scale scale;
    private final double factor;

    /** @param factor from what the model adds up to the scale, e.g. one over the number of trees of an average */
    private Attributions(Program program, Scale scale, double factor) {
        this.program = program;
        this.scale = scale;
        this.factor = factor;
    }

    /** @param columns of rows of every kind that the program was proven on @return empty = the model tells too little */
    static Optional<Attributions> of(Program program, List<FeatureColumn> columns, int rows) {
        List<Explained> explained = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS_TRIED, rows); i++) {
            program.explain(columns, (int) ((long) i * rows / Math.min(ROWS_TRIED, rows)))
                    .filter(row -> Double.isFinite(row.sum()))
                    .ifPresent(explained::add);
        }
        if (explained.isEmpty() || !explained.stream().allMatch(Attributions::addsUp)) {
            return Optional.empty();
        }
        if (explained.stream().anyMatch(Explained::isChoice)) {
            return Optional.of(new Attributions(program, Scale.DISTANCE, 1));
        }
        for (Scale scale : List.of(Scale.LOG_ODDS, Scale.LOG)) {
            if (explained.stream().allMatch(row -> isShareNear(scale.score(row.sum()), row.score()))) {
                return Optional.of(new Attributions(program, scale, 1));
            }
        }
        double factor = factor(explained);
        return explained.stream().allMatch(row -> near(factor * row.sum(), row.score()))
                ? Optional.of(new Attributions(program, Scale.UNIT, factor))
                : Optional.empty();
    }

    /** What adds to the score: inputs, and features inside the model's file that are made of several. */
    List<String> inputs() {
        return program.shares().map(Shares::inputs).orElse(List.of());
    }

    private static boolean isShareNear(double one, double other) {
        return Math.abs(one - other) <= SHARE_TOLERANCE * Math.abs(other);
    }

    private static double factor(List<Explained> explained) {
        Explained largest = Collections.max(explained, Comparator.comparingDouble(row -> Math.abs(row.sum())));
        return largest.sum() == 0 ? 1 : largest.score() / largest.sum();
    }

    private static boolean addsUp(Explained row) {
        double total = row.baseline();
        for (double share : row.shares()) {
            total += share;
        }
        return near(total, row.sum());
    }

    /** @param score NaN = there is none */
    private boolean addsUpToScore(double total, double sum, double score) {
        return near(total, sum)
                && switch (scale) {
                    case DISTANCE -> !Double.isNaN(score);
                    case UNIT -> near(factor * sum, score);
                    case LOG, LOG_ODDS -> isShareNear(scale.score(sum), score);
                };
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(other));
    }

    /** @return empty = the row has no plain score, or what inputs add does not add up to it */
    Optional<Attribution> of(String score, List<FeatureColumn> columns, int row) {
        return of(score, columns, row, 1)
                .flatMap(scored -> scored.attributions().row(0));
    }

    /** @param from the first row @return empty = the columns are of other kinds than the program reads */
    Optional<Scored> of(String score, List<FeatureColumn> columns, int from, int rows) {
        return program.explain(columns, from, rows)
                .map(explained -> new Scored(explained.scores(), scaled(score, explained)));
    }

    /** @param scores by row; NaN = none that is plain */
    record Scored(double[] scores, AttributionColumns attributions) {}

    private AttributionColumns scaled(String score, ExplainedRows explained) {
        double baseline = factor * explained.baseline();
        double[] totals = new double[explained.scores().length];
        Arrays.fill(totals, explained.baseline());
        for (double[] shares : explained.shares()) {
            for (int row = 0; row < totals.length; row++) {
                totals[row] += shares[row];
            }
        }
        double[] baselineScores = explained.nexts().clone();
        double[] known = new double[totals.length];
        for (int row = 0; row < totals.length; row++) {
            boolean isChoice = !Double.isNaN(baselineScores[row]);
            boolean isKnown =
                    addsUpToScore(totals[row], explained.sums()[row], explained.scores()[row]);
            baselineScores[row] = !isKnown ? Double.NaN : isChoice ? baselineScores[row] : scale.score(baseline);
            known[row] = isKnown ? factor : Double.NaN;
        }
        double[][] amounts = new double[explained.inputs().size()][totals.length];
        for (int input = 0; input < amounts.length; input++) {
            for (int row = 0; row < totals.length; row++) {
                amounts[input][row] = known[row] * explained.shares()[input][row];
            }
        }
        return new AttributionColumns(score, scale, baseline, baselineScores, explained.inputs(), amounts);
    }
}
