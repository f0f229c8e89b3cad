package cip.server.models;

import cip.spi.Evidence;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureInput.Type;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A trainer whose model says that customers spend what they are known to have spent by today: the very thing to predict. */
final class TodaysSpend implements Trainer {
    private static final String PMML =
            """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary>
              <DataField name="purchase_amount" optype="continuous" dataType="double"/>
              <DataField name="y" optype="continuous" dataType="double"/>
            </DataDictionary>
            <RegressionModel functionName="regression">
              <MiningSchema><MiningField name="y" usageType="target"/>
                <MiningField name="purchase_amount" missingValueReplacement="0"/></MiningSchema>
              <RegressionTable intercept="0"><NumericPredictor name="purchase_amount" coefficient="1"/></RegressionTable>
            </RegressionModel></PMML>
            """;

    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        double[] known = ((NumberColumn) data.features().column("purchase_amount")).values();
        Evidence.Finding kept = new Evidence.Finding(
                Evidence.Finding.Kind.GIVEAWAY,
                "The feature purchase_amount alone follows the target. It was kept because the settings say so.",
                List.of("purchase_amount"));
        return new TrainedModel(
                PMML.getBytes(StandardCharsets.UTF_8),
                Arrays.stream(known)
                        .map(value -> Double.isNaN(value) ? 0 : value)
                        .toArray(),
                List.of(new TrainedModel.InputUse(new FeatureInput("purchase_amount", Type.NUMBER), 1)),
                "None.",
                List.of(),
                List.of(kept.text()),
                Map.of(),
                new Evidence(List.of(kept), List.of(), List.of()));
    }
}
