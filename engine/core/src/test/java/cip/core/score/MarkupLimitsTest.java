package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupLimitsTest {
    private static byte[] edited(String from, String to) {
        return new String(Pmml.regression(), StandardCharsets.UTF_8)
                .replace(from, to)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] pmml, String message) {
        assertThatThrownBy(() -> PmmlModel.read(pmml))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3_0", "3_1", "3_2", "4_0", "4_1", "4_2", "4_3", "4_4"})
    void versions3To4AreRead(String version) {
        byte[] pmml = edited("PMML-4_4", "PMML-" + version);
        assertThat(PmmlModel.read(pmml).version()).isEqualTo(version.replace('_', '.'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2_1", "5_0", "4_5"})
    void otherVersionsAreRefused(String version) {
        assertRefused(edited("PMML-4_4", "PMML-" + version), "expected PMML of version 3.0 to 4.4");
    }

    @Test
    void foreignElementsMayStandInAnExtension() {
        byte[] pmml = edited(
                "<Header description=\"A test\"/>",
                """
                <Header><Extension name="hash"><note xmlns="urn:x"><deep/></note></Extension></Header>""");
        assertThat(PmmlModel.read(pmml).description()).isEmpty();
    }

    @Test
    void foreignElementsAnywhereElseAreRefused() {
        assertRefused(edited("<DataDictionary>", "<note xmlns=\"urn:x\"/><DataDictionary>"), "outside an Extension");
    }

    @Test
    void aTreeNestedTooDeeplyIsRefused() {
        String nodes = "<Node score=\"1\"><True/>".repeat(501) + "</Node>".repeat(501);
        byte[] pmml = Pmml.document(
                "",
                """
                <TreeModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="x"/></MiningSchema>
                """
                        + nodes + "</TreeModel>");
        assertRefused(pmml, "Node nested more than 500 deep");
    }

    @Test
    void aTreeOfTheDeepestNestingIsScored() {
        String nodes = "<Node score=\"1\"><True/>".repeat(500) + "</Node>".repeat(500);
        byte[] pmml = Pmml.document(
                "",
                """
                <TreeModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="x"/></MiningSchema>
                """
                        + nodes + "</TreeModel>");
        assertThat(PmmlModel.read(pmml).inputs()).hasSize(1);
    }

    @Test
    void anAttributeOfExcessiveLengthIsRefused() {
        assertRefused(edited("A test", "t".repeat(1_001)), "the attribute description");
    }

    @Test
    void dataFromElsewhereIsRefused() {
        assertRefused(
                edited(
                        "<DataDictionary>",
                        "<DataDictionary><Taxonomy name=\"t\"><ChildParent childField=\"a\""
                                + " parentField=\"b\"><TableLocator/></ChildParent></Taxonomy>"),
                "TableLocator");
    }

    @Test
    void verificationRecordsThatDoNotMatchAreRefused() {
        String verification =
                """
                <ModelVerification recordCount="1">
                  <VerificationFields>
                    <VerificationField field="x"/><VerificationField field="group"/><VerificationField field="y"/>
                  </VerificationFields>
                  <InlineTable><row><x>1</x><group>a</group><y>%s</y></row></InlineTable>
                </ModelVerification>
                </RegressionModel>
                """;
        assertThat(PmmlModel.read(edited("</RegressionModel>", verification.formatted("3")))
                        .targets())
                .containsExactly("y");
        assertRefused(edited("</RegressionModel>", verification.formatted("4")), "verification records");
    }
}
