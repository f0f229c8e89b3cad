package cip.plugins.trainer;

import cip.spi.PmmlDocument;
import java.util.List;

/** Writes centres as PMML: inputs standardised inside the file, missing ones replaced by the mean, clusters 1 to k. */
final class ClusteringPmml {
    private ClusteringPmml() {}

    static byte[] write(
            String output,
            List<Scale> scales,
            List<PmmlInput> inputs,
            Clustering clustering,
            int[] sizes,
            VerificationRows verification) {
        PmmlDocument pmml = new PmmlDocument("trainer-pmml");
        pmml.open("DataDictionary", "numberOfFields", Integer.toString(inputs.size()));
        inputs.forEach(input -> input.declare(pmml));
        pmml.close();
        pmml.open(
                "ClusteringModel",
                "modelName",
                output,
                "functionName",
                "clustering",
                "modelClass",
                "centerBased",
                "numberOfClusters",
                Integer.toString(clustering.count()));
        pmml.open("MiningSchema");
        inputs.forEach(input -> input.mine(pmml));
        pmml.close();
        pmml.open("Output");
        pmml.leaf(
                "OutputField",
                "name",
                output,
                "optype",
                "categorical",
                "dataType",
                "integer",
                "feature",
                "predictedValue");
        pmml.close();
        pmml.open("LocalTransformations");
        scales.forEach(scale -> scale.derive(pmml));
        pmml.close();
        pmml.open("ComparisonMeasure", "kind", "distance", "compareFunction", "absDiff");
        pmml.leaf("squaredEuclidean").close();
        scales.forEach(scale -> pmml.leaf("ClusteringField", "field", scale.derivedName()));
        for (int cluster = 0; cluster < clustering.count(); cluster++) {
            String number = Integer.toString(cluster + 1);
            pmml.open("Cluster", "id", number, "name", number, "size", Integer.toString(sizes[cluster]));
            double[] centre = clustering.centres()[cluster];
            StringBuilder coordinates = new StringBuilder();
            for (double coordinate : centre) {
                coordinates.append(coordinates.isEmpty() ? "" : " ").append(coordinate);
            }
            pmml.text("Array", coordinates.toString(), "n", Integer.toString(centre.length), "type", "real");
            pmml.close();
        }
        verification.write(pmml, true);
        return pmml.bytes();
    }
}
