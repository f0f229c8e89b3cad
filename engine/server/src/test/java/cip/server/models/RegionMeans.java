package cip.server.models;

import cip.spi.FeatureColumn.TextColumn;
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
import java.util.TreeMap;

/** A trainer that predicts the mean of the customer's region, and of all for a region it has not seen: fast, and never right. */
final class RegionMeans implements Trainer {
    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        String[] regions = ((TextColumn) data.features().column("region")).values();
        double mean = Arrays.stream(data.target()).average().orElseThrow();
        Map<String, double[]> sums = new TreeMap<>();
        for (int row = 0; row < regions.length; row++) {
            if (regions[row] != null) {
                double[] sum = sums.computeIfAbsent(regions[row], region -> new double[2]);
                sum[0] += data.target()[row];
                sum[1]++;
            }
        }
        StringBuilder predictors = new StringBuilder();
        sums.forEach((region, sum) ->
                predictors.append("<CategoricalPredictor name=\"region\" value=\"%s\" coefficient=\"%s\"/>"
                        .formatted(region, sum[0] / sum[1] - mean)));
        double[] fitted = new double[regions.length];
        for (int row = 0; row < fitted.length; row++) {
            double[] sum = regions[row] == null ? null : sums.get(regions[row]);
            fitted[row] = sum == null ? mean : mean + (sum[0] / sum[1] - mean);
        }
        return new TrainedModel(
                pmml(mean, predictors.toString()).getBytes(StandardCharsets.UTF_8),
                fitted,
                List.of(
                        new TrainedModel.InputUse(new FeatureInput("region", Type.TEXT), 1),
                        new TrainedModel.InputUse(new FeatureInput("annual_income", Type.NUMBER), 0)),
                "None.",
                List.of(),
                List.of(),
                Map.of());
    }

    /** A model that gives everybody the same. */
    static String constant(double value) {
        return pmml(value, "");
    }

    private static String pmml(double intercept, String predictors) {
        return """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
                <DataDictionary>
                  <DataField name="region" optype="categorical" dataType="string"/>
                  <DataField name="annual_income" optype="continuous" dataType="double"/>
                  <DataField name="y" optype="continuous" dataType="double"/>
                </DataDictionary>
                <RegressionModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/>
                    <MiningField name="region" missingValueReplacement="-"/>
                    <MiningField name="annual_income" missingValueReplacement="0"/></MiningSchema>
                  <RegressionTable intercept="%s"><NumericPredictor name="annual_income" coefficient="0"/>%s</RegressionTable>
                </RegressionModel></PMML>
                """
                .formatted(intercept, predictors);
    }
}
