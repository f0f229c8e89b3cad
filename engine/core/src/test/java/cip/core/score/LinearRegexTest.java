package cip.core.score;

import static cip.core.score.Pmml.apply;
import static cip.core.score.Pmml.constant;
import static cip.core.score.Pmml.field;
import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On patterns that need no backtracking both engines agree. */
class LinearRegexTest {
    private static final FeatureMatrix ONE_ROW = new FeatureMatrix(1, List.of(new NumberColumn("x", new double[] {1})));

    private static double z(String expression) {
        PmmlModel model = PmmlModel.read(Pmml.derived(field("z", expression)));
        ScoreOutput y = new ScoreOutput("y", ScoreOutput.Kind.AMOUNT, "");
        return PmmlScorer.of(model, y).score(ONE_ROW)[0];
    }

    @ParameterizedTest
    @CsvSource({
        "DE-1042,^[A-Z]{2}-, ",
        "DE-1042,[0-9]+$, ",
        "DE-1042,^x, ",
        "a b  c,\\s+,-",
        "Müller,ü,ue",
        "12 EUR,(\\d+) EUR,$1"
    })
    void matchesAndReplaceAgreeWithTheUsualEngine(String text, String pattern, String replacement) {
        boolean found = Pattern.compile(pattern).matcher(text).find();
        assertThat(z(apply("if", apply("matches", constant(text), constant(pattern)), constant(1), constant(0))))
                .isEqualTo(found ? 1 : 0);
        String by = replacement == null ? "" : replacement;
        String replaced = Pattern.compile(pattern).matcher(text).replaceAll(by);
        String call = apply("replace", constant(text), constant(pattern), constant(by));
        assertThat(z(apply("if", apply("equal", call, constant(replaced)), constant(1), constant(0))))
                .isEqualTo(1);
    }
}
