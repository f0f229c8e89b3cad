package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of eight tools, each with inputs and the outputs that its own tool computed for them. */
class PmmlConformanceTest {
    private static final Path CASES = SharedData.at("data/pmml-conformance");

    static List<String> cases() {
        return SharedData.lines(CASES.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t")[0])
                .toList();
    }

    @Test
    void thereAre59Cases() {
        assertThat(cases()).hasSize(59);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyOutputOfEveryRowEqualsThatOfTheToolThatMadeTheModel(String name) {
        Path folder = CASES.resolve("cases").resolve(name);
        PmmlModel model = PmmlModel.read(SharedData.bytes(folder.resolve("model.pmml")));
        double tolerance = tolerance(folder);
        Table expected = Table.read(folder.resolve("expected.csv"));
        FeatureMatrix rows = Table.read(folder.resolve("input.csv")).matrix(model.features());
        assertThat(rows.rows()).isEqualTo(expected.rows());
        for (int row = 0; row < rows.rows(); row++) {
            assertSame(model.outputs(rows, row), expected, row, tolerance, name);
        }
        assertScoresSame(model, rows, expected, tolerance, name);
    }

    private static void assertSame(
            PmmlModel.RowOutputs outputs, Table expected, int row, double tolerance, String name) {
        for (String column : expected.names()) {
            String where = name + ", " + column + " of row " + row;
            String cell = expected.cell(row, column);
            if ("ERROR".equals(cell)) {
                assertThat(outputs.problem()).as(where).isPresent();
            } else {
                assertThat(outputs.problem()).as(where).isEmpty();
                assertSame(outputs.values().get(column), cell, tolerance, where);
            }
        }
    }

    /** Each number that the model puts out, taken as a score. */
    private static void assertScoresSame(
            PmmlModel model, FeatureMatrix rows, Table expected, double tolerance, String name) {
        boolean predictsNumber = model.kind().endsWith("(regression)");
        for (String column : expected.names()) {
            boolean isScore = model.outputs().contains(column)
                            && (predictsNumber
                                    || model.outputs(rows, 0).values().get(column) instanceof Double)
                    || predictsNumber && model.targets().equals(List.of(column));
            if (isScore && expected.isNumber(column)) {
                ScoreOutput output = new ScoreOutput(column, Kind.AMOUNT, "");
                for (PmmlScorer scorer : List.of(PmmlScorer.of(model, output), PmmlScorer.byEvaluator(model, output))) {
                    assertScoresSame(scorer, column, rows, expected, tolerance, name);
                }
            }
        }
    }

    private static void assertScoresSame(
            PmmlScorer scorer, String column, FeatureMatrix rows, Table expected, double tolerance, String name) {
        double[] scores = scorer.score(rows);
        for (int row = 0; row < scores.length; row++) {
            String cell = expected.cell(row, column);
            Double score = Double.isNaN(scores[row]) ? null : scores[row];
            String where = name + ", score of row " + row + " by " + scorer.engine();
            assertSame(score, "ERROR".equals(cell) ? null : cell, tolerance, where);
        }
    }

    private static double tolerance(Path folder) {
        return SharedData.lines(folder.resolve("case.properties")).stream()
                .filter(line -> line.startsWith("tol="))
                .mapToDouble(line -> Double.parseDouble(line.substring(4)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSame(@Nullable Object actual, @Nullable String expected, double tolerance, String where) {
        if (expected == null) {
            assertThat(actual).as(where).isNull();
        } else if (actual instanceof Double || actual instanceof Float) {
            double number = ((Number) actual).doubleValue();
            double wanted = Double.parseDouble(expected);
            assertThat(Math.abs(number - wanted))
                    .as("%s: %s, expected %s", where, number, expected)
                    .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(wanted)));
        } else {
            assertThat(String.valueOf(actual)).as(where).isEqualToIgnoringCase(expected);
        }
    }
}
