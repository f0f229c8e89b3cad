package cip.server.models;

/** A PMML file made elsewhere: p(1) = 1 / (1 + exp(3 - 0.02 x)) of one feature x. */
public final class LogisticFile {
    private LogisticFile() {}

    /** @param missing what a missing value counts as */
    public static String of(String feature, int missing) {
        return """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
                <DataDictionary>
                  <DataField name="%1$s" optype="continuous" dataType="double"/>
                  <DataField name="churned" optype="categorical" dataType="string"><Value value="1"/><Value value="0"/></DataField>
                </DataDictionary>
                <RegressionModel functionName="classification" normalizationMethod="logit">
                  <MiningSchema><MiningField name="churned" usageType="target"/>
                    <MiningField name="%1$s" missingValueReplacement="%2$d"/></MiningSchema>
                  <Output><OutputField name="p" feature="probability" value="1" optype="continuous" dataType="double"/></Output>
                  <RegressionTable targetCategory="1" intercept="-3"><NumericPredictor name="%1$s" coefficient="0.02"/></RegressionTable>
                  <RegressionTable targetCategory="0" intercept="0"/>
                </RegressionModel></PMML>
                """
                .formatted(feature, missing);
    }
}
