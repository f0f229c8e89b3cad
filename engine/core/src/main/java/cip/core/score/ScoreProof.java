package cip.core.score;

import cip.core.score.kernel.Program;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proves that a program scores as the evaluator does: both score the model's verification records and {@link ProofRows}.
 * A row that the program leaves to the evaluator proves nothing; a model without a single other row is not proven.
 */
final class ScoreProof {
    private ScoreProof() {}

    /**
     * Why the program may not be used; empty = it is proven.
     *
     * @param rows of the reference's model, see {@link ProofRows}
     */
    static Optional<String> objection(PmmlScorer reference, Program program, FeatureMatrix rows) {
        double[] compiled = program.run(rows.columns(), rows.rows());
        double[] evaluated = reference.score(rows);
        boolean any = false;
        for (int row = 0; row < compiled.length; row++) {
            if (reference.isPlain(compiled[row])) {
                any = true;
                if (!Agreement.between(compiled[row], evaluated[row])) {
                    return Optional.of("it gives " + compiled[row] + " instead of " + evaluated[row] + " for "
                            + Quoted.of(values(rows, row), 500));
                }
            }
        }
        return any ? Optional.empty() : Optional.of("it scores none of the rows that it was tried on");
    }

    private static String values(FeatureMatrix rows, int row) {
        return rows.columns().stream()
                .map(column -> column.name() + " = "
                        + (column instanceof NumberColumn number
                                ? String.valueOf(number.values()[row])
                                : ((TextColumn) column).values()[row]))
                .collect(Collectors.joining(", "));
    }
}
