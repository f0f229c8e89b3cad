package cip.core.score;

import static cip.core.score.Pmml.apply;
import static cip.core.score.Pmml.constant;
import static cip.core.score.Pmml.field;
import static cip.core.score.Pmml.function;
import static cip.core.score.Pmml.ref;
import static cip.core.score.Pmml.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionLimitsTest {
    private static void assertRefused(String transformations, String message) {
        assertThatThrownBy(() -> PmmlModel.read(Pmml.derived(transformations)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL))
                .hasMessageContaining(message)
                .hasMessageContaining("\nMaybe");
    }

    private static void assertAccepted(String transformations) {
        assertThat(PmmlModel.read(Pmml.derived(transformations)).inputs()).hasSize(1);
    }

    private static String chain(int links) {
        return IntStream.range(0, links)
                        .mapToObj(i -> field("d" + i, apply("+", ref(i == 0 ? "x" : "d" + (i - 1)), constant(1))))
                        .collect(Collectors.joining())
                + field("z", ref("d" + (links - 1)));
    }

    @Test
    void functionsOfTheDocumentMayBeCalled() {
        assertAccepted(function("twice", apply("*", ref("p"), constant(2))) + field("z", apply("twice", ref("x"))));
    }

    @Test
    void aFunctionThatIsNobodysIsRefused() {
        assertRefused(field("z", apply("java.lang.Runtime", ref("x"))), "(name of a class)");
    }

    @Test
    void aFunctionOfTheDocumentMayNotCallOneThatIsNobodys() {
        assertRefused(function("f", apply("java.lang.Runtime", ref("p"))) + field("z", ref("x")), "(name of a class)");
    }

    @Test
    void aBuiltInFunctionMayNotBeDefinedAgain() {
        assertRefused(function("exp", ref("p")) + field("z", ref("x")), "a second time");
    }

    @Test
    void aFunctionMayNotCallItself() {
        assertRefused(
                function("f", apply("g", ref("p"))) + function("g", apply("f", ref("p"))) + field("z", ref("x")),
                "function f > function g");
    }

    @Test
    void aFieldMayNotDependOnItself() {
        assertRefused(field("z", apply("+", ref("w"), ref("x"))) + field("w", ref("z")), "field z > field w");
    }

    @Test
    void aLongChainOfFieldsIsScoredWithinTheUsualStack() {
        int longest = ExpressionLimits.DEEPEST / 3 - 1;
        assertAccepted(chain(longest));
    }

    @Test
    void aLongerChainOfFieldsIsRefused() {
        assertRefused(chain(ExpressionLimits.DEEPEST), "more than 250 deep");
    }

    @Test
    void fieldsThatMultiplyAreFineBecauseEachIsWorkedOutOnce() {
        String doubled = IntStream.range(0, 60)
                .mapToObj(i -> field(
                        "d" + i, apply("+", ref(i == 0 ? "x" : "d" + (i - 1)), ref(i == 0 ? "x" : "d" + (i - 1)))))
                .collect(Collectors.joining());
        assertAccepted(doubled + field("z", ref("d59")));
    }

    @Test
    void functionsThatMultiplyAreRefused() {
        String doubled = IntStream.range(1, 40)
                .mapToObj(i ->
                        function("f" + i, apply("+", apply("f" + (i - 1), ref("p")), apply("f" + (i - 1), ref("p")))))
                .collect(Collectors.joining());
        assertRefused(function("f0", ref("p")) + doubled + field("z", apply("f39", ref("x"))), "function calls");
    }

    @Test
    void textsThatMultiplyAreRefused() {
        String doubled = IntStream.range(0, 40)
                .mapToObj(i -> text(
                        "d" + i, apply("concat", ref(i == 0 ? "x" : "d" + (i - 1)), ref(i == 0 ? "x" : "d" + (i - 1)))))
                .collect(Collectors.joining());
        assertRefused(doubled + field("z", apply("stringLength", ref("d39"))), "texts of more than");
    }

    @Test
    void replacementsThatMultiplyAreRefused() {
        String longText = constant("y".repeat(900));
        String multiplied = text("d0", apply("replace", constant("aaaa"), constant("."), longText))
                + text("d1", apply("replace", ref("d0"), constant("."), longText))
                + text("d2", apply("replace", ref("d1"), constant("."), longText));
        assertRefused(multiplied + field("z", apply("stringLength", ref("d2"))), "texts of more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)\\1", "(?=a)a", "(?<!a)b", "a{1,5000}", "("})
    void aPatternThatNeedsBacktrackingIsRefused(String pattern) {
        assertRefused(
                field(
                        "z",
                        apply(
                                "if",
                                apply("matches", constant("aaa"), constant(pattern.replace("<", "&lt;"))),
                                constant(1),
                                constant(0))),
                "linear time");
    }

    @Test
    void aPatternTakenFromAFieldIsRefused() {
        assertRefused(
                field("z", apply("if", apply("matches", constant("aaa"), ref("x")), constant(1), constant(0))),
                "not a constant");
    }

    @Test
    void aPatternThatHangsTheUsualEngineRunsAtOnce() {
        String text = "a".repeat(24) + "b".repeat(60);
        assertAccepted(field(
                "z", apply("stringLength", apply("replace", constant(text), constant("(.*a){25}"), constant("x")))));
    }

    @Test
    void twoModelsMayUseTheSameNamesTheOtherWayRound() {
        String regression =
                """
                <RegressionModel functionName="regression">
                  <MiningSchema><MiningField name="x"/></MiningSchema>
                  <LocalTransformations>%s</LocalTransformations>
                  <RegressionTable intercept="0"><NumericPredictor name="%s" coefficient="1"/></RegressionTable>
                </RegressionModel>
                """;
        String segments = "<Segment><True/>"
                + regression.formatted(field("a", ref("x")) + field("b", ref("a")), "b") + "</Segment><Segment><True/>"
                + regression.formatted(field("b", ref("x")) + field("a", ref("b")), "a") + "</Segment>";
        byte[] pmml = Pmml.document(
                "",
                """
                <MiningModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="x"/></MiningSchema>
                  <Segmentation multipleModelMethod="sum">"""
                        + segments + "</Segmentation></MiningModel>");
        assertThat(PmmlModel.read(pmml).kind()).contains("regression");
    }
}
