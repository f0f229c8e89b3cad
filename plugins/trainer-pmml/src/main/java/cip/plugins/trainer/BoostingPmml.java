package cip.plugins.trainer;

import cip.spi.PmmlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes a forest as PMML: a sum of trees, followed, unless the sum is the score itself, by a regression that turns the
 * margin into the score (exponential, or the logistic function with the calibration as its coefficients). Numbers are
 * floats throughout, as in XGBoost. Every node carries the number of training rows that passed it.
 */
final class BoostingPmml {
    private static final String[] FLOATS = {"x-mathContext", "float"};

    private final PmmlDocument pmml = new PmmlDocument("trainer-pmml");
    private final Method.Export export;
    private final Objective objective;
    private final Forest forest;
    private final Calibration calibration;
    private final DesignMatrix design;
    private final List<PmmlInput> inputs;
    private final String target;

    BoostingPmml(
            Objective objective, Forest forest, DesignMatrix design, List<PmmlInput> inputs, Method.Export export) {
        this.export = export;
        this.objective = objective;
        this.forest = forest;
        this.calibration = export.calibration();
        this.design = design;
        this.inputs = inputs;
        this.target = "observed_" + export.output().name();
    }

    byte[] write(VerificationRows verification) {
        boolean classification = objective == Objective.LOGISTIC;
        PmmlInput.declare(pmml, inputs, target, classification);
        String function = classification ? "classification" : "regression";
        pmml.open("MiningModel", with(FLOATS, "modelName", export.output().name(), "functionName", function));
        miningSchema(true);
        IntervalOutput.write(pmml, export, classification);
        if (objective == Objective.SQUARED) {
            sumOfTrees();
        } else {
            pmml.open("Segmentation", "multipleModelMethod", "modelChain");
            pmml.open("Segment", "id", "1").leaf("True");
            pmml.open("MiningModel", with(FLOATS, "functionName", "regression"));
            miningSchema(false);
            pmml.open("Output");
            pmml.leaf("OutputField", marginField()).close();
            sumOfTrees();
            pmml.close().close();
            pmml.open("Segment", "id", "2").leaf("True");
            link(function);
            pmml.close().close();
        }
        verification.write(pmml, false);
        return pmml.bytes();
    }

    private static String[] marginField() {
        return new String[] {
            "name",
            "margin",
            "optype",
            "continuous",
            "dataType",
            "float",
            "feature",
            "predictedValue",
            "isFinalResult",
            "false"
        };
    }

    private void link(String function) {
        String normalization = objective == Objective.TWEEDIE ? "exp" : "logit";
        pmml.open("RegressionModel", "functionName", function, "normalizationMethod", normalization);
        pmml.open("MiningSchema");
        pmml.leaf("MiningField", "name", target, "usageType", "target");
        pmml.leaf("MiningField", "name", "margin").close();
        String intercept = Double.toString(calibration.intercept());
        if (objective == Objective.TWEEDIE) {
            pmml.open("RegressionTable", "intercept", intercept);
        } else {
            pmml.open("RegressionTable", "intercept", intercept, "targetCategory", "1");
        }
        pmml.leaf("NumericPredictor", "name", "margin", "coefficient", Double.toString(calibration.slope()));
        pmml.close();
        if (objective == Objective.LOGISTIC) {
            pmml.leaf("RegressionTable", "intercept", "0", "targetCategory", "0");
        }
        pmml.close();
    }

    /** The base comes first, as a tree of one node, so that floats add up in XGBoost's order, to the same bits. */
    private void sumOfTrees() {
        pmml.open("Segmentation", "multipleModelMethod", "sum");
        String rows = Integer.toString(design.rows());
        pmml.open("Segment", "id", "base").leaf("True");
        pmml.open("TreeModel", with(FLOATS, "functionName", "regression"));
        pmml.open("MiningSchema");
        pmml.leaf("MiningField", "name", inputs.get(0).name()).close();
        pmml.open("Node", "id", "0", "score", Float.toString(forest.base()), "recordCount", rows)
                .leaf("True");
        pmml.close().close().close();
        for (int i = 0; i < forest.trees().size(); i++) {
            pmml.open("Segment", "id", Integer.toString(i + 1)).leaf("True");
            tree(forest.trees().get(i));
            pmml.close();
        }
        pmml.close();
    }

    private void tree(Tree tree) {
        pmml.open(
                "TreeModel",
                with(
                        FLOATS,
                        "functionName",
                        "regression",
                        "missingValueStrategy",
                        "defaultChild",
                        "splitCharacteristic",
                        "binarySplit"));
        pmml.open("MiningSchema");
        TreeSet<String> features = new TreeSet<>();
        for (int column : tree.column()) {
            if (column >= 0) {
                features.add(design.columns().get(column).feature());
            }
        }
        if (features.isEmpty()) {
            features.add(inputs.get(0).name());
        }
        features.forEach(feature -> pmml.leaf("MiningField", "name", feature));
        pmml.close();
        node(tree, 0, tree.rowsByNode(design), new String[] {"True"});
        pmml.close();
    }

    private void node(Tree tree, int node, int[] rows, String[] predicate) {
        List<String> attributes = new ArrayList<>(List.of("id", Integer.toString(node)));
        if (tree.isLeaf(node)) {
            attributes.addAll(List.of("score", Float.toString(tree.leaf()[node])));
        }
        attributes.addAll(List.of("recordCount", Integer.toString(rows[node])));
        if (!tree.isLeaf(node)) {
            int missing = tree.missingYes()[node] ? tree.yes()[node] : tree.no()[node];
            attributes.addAll(List.of("defaultChild", Integer.toString(missing)));
        }
        pmml.open("Node", attributes.toArray(String[]::new));
        String[] test = new String[predicate.length - 1];
        System.arraycopy(predicate, 1, test, 0, test.length);
        pmml.leaf(predicate[0], test);
        if (!tree.isLeaf(node)) {
            node(tree, tree.yes()[node], rows, test(tree, node, true));
            node(tree, tree.no()[node], rows, test(tree, node, false));
        }
        pmml.close();
    }

    /** A child's predicate. XGBoost may also split a category's column so that only missing goes the other way. */
    private String[] test(Tree tree, int node, boolean yes) {
        DesignMatrix.Column column = design.columns().get(tree.column()[node]);
        float threshold = tree.threshold()[node];
        if (column.category() == null) {
            String operator = yes ? "lessThan" : "greaterOrEqual";
            return predicate(column.feature(), operator, "value", Float.toString(threshold));
        }
        if (threshold > 0 && threshold <= 1) {
            return predicate(column.feature(), yes ? "notEqual" : "equal", "value", column.category());
        }
        boolean knownGoesHere = yes == threshold > 1;
        if (tree.missingYes()[node] == threshold > 1) {
            return new String[] {knownGoesHere ? "True" : "False"};
        }
        return predicate(column.feature(), knownGoesHere ? "isNotMissing" : "isMissing");
    }

    private static String[] predicate(String feature, String operator, String... value) {
        return with(new String[] {"SimplePredicate", "field", feature, "operator", operator}, value);
    }

    private void miningSchema(boolean outermost) {
        pmml.open("MiningSchema");
        if (outermost) {
            pmml.leaf("MiningField", "name", target, "usageType", "target");
        }
        for (PmmlInput input : inputs) {
            if (outermost) {
                input.mine(pmml);
            } else {
                pmml.leaf("MiningField", "name", input.name());
            }
        }
        pmml.close();
    }

    private static String[] with(String[] common, String... more) {
        String[] all = new String[common.length + more.length];
        System.arraycopy(common, 0, all, 0, common.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return all;
    }
}
