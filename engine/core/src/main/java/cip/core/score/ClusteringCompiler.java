package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.Nearest;
import cip.core.score.kernel.NearestShares;
import cip.core.score.kernel.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmg.pmml.CityBlock;
import org.dmg.pmml.CompareFunction;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Euclidean;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.Measure;
import org.dmg.pmml.SquaredEuclidean;
import org.dmg.pmml.clustering.Cluster;
import org.dmg.pmml.clustering.ClusteringField;
import org.dmg.pmml.clustering.ClusteringModel;
import org.jpmml.evaluator.ArrayUtil;
import org.jpmml.evaluator.TypeUtil;

/** Compiles clusterings by the distance to centres: PMML 4.4, "Clustering Models". */
final class ClusteringCompiler {
    private final ProgramWriter program;

    ClusteringCompiler(ProgramWriter program) {
        this.program = program;
    }

    Prediction.OfClusters clustering(ClusteringModel model, FieldNames names) {
        Measure measure = model.requireComparisonMeasure().requireMeasure();
        boolean rooted = measure instanceof Euclidean;
        boolean squared = rooted || measure instanceof SquaredEuclidean;
        if (!squared && !(measure instanceof CityBlock)) {
            throw new Uncompilable("the distance " + measure.getClass().getSimpleName());
        }
        if (model.getMathContext() == MathContext.FLOAT) {
            throw new Uncompilable("distances in floats");
        }
        List<ClusteringField> fields = model.requireClusteringFields();
        int[] slots = new int[fields.size()];
        double[] weights = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            ClusteringField field = fields.get(i);
            requireDifference(model, field);
            slots[i] = names.field(field.requireField())
                    .number(field.requireField())
                    .slot();
            weights[i] =
                    field.getFieldWeight() == null ? 1 : field.getFieldWeight().doubleValue();
        }
        List<String> ids = new ArrayList<>();
        List<Double> centres = new ArrayList<>();
        for (Cluster cluster : model.requireClusters()) {
            List<? extends Number> centre = ArrayUtil.asNumberList(cluster.requireArray());
            if (centre.size() != slots.length) {
                throw new Uncompilable("a centre of another size");
            }
            centre.forEach(number -> centres.add(number.doubleValue() + 0.0));
            ids.add(cluster.getId() == null ? String.valueOf(ids.size() + 1) : TypeUtil.format(cluster.getId()));
        }
        int nearest = program.newNumbers();
        Nearest step = new Nearest(
                slots, weights, centres.stream().mapToDouble(number -> number).toArray(), squared, rooted, nearest);
        program.add(step);
        program.explain(shares(step, fields, names));
        return new Prediction.OfClusters(new NumberField(nearest, DataType.INTEGER), ids);
    }

    /** Empty = a field is made from several inputs, or there is nothing to choose from. */
    private static Optional<Shares> shares(Nearest step, List<ClusteringField> fields, FieldNames names) {
        List<String> inputs = new ArrayList<>();
        int[] inputOfField = new int[fields.size()];
        for (int i = 0; i < inputOfField.length; i++) {
            Optional<String> origin = names.origin(fields.get(i).requireField());
            if (origin.isEmpty()) {
                return Optional.empty();
            }
            if (!inputs.contains(origin.get())) {
                inputs.add(origin.get());
            }
            inputOfField[i] = inputs.indexOf(origin.get());
        }
        boolean choice = step.centres().length > step.slots().length;
        return choice ? Optional.of(new NearestShares(step, inputOfField, inputs)) : Optional.empty();
    }

    private static void requireDifference(ClusteringModel model, ClusteringField field) {
        CompareFunction compare = field.getCompareFunction() == null
                ? model.requireComparisonMeasure().getCompareFunction()
                : field.getCompareFunction();
        if (compare != CompareFunction.ABS_DIFF || field.getCenterField() != ClusteringField.CenterField.TRUE) {
            throw new Uncompilable("clustering fields that are compared by " + compare.value());
        }
    }
}
