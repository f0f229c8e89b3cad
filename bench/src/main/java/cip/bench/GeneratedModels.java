package cip.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * PMML of the shape that gradient boosting exports, made from a seed: sums of trees over 19 numbers, and a clustering. Nodes
 * say how many training rows came to them.
 */
final class GeneratedModels {
    static final int FEATURES = 19;
    static final int TREES = 100;
    static final int DEPTH = 5;
    private static final int CLUSTERS = 6;

    private GeneratedModels() {}

    /** A sum of 100 trees of depth 5: the score clv. */
    static byte[] clv(long seed) {
        return document(mining("sum", trees(seed), "y", "regression"));
    }

    /** The logistic function of a sum of 100 trees of depth 5: the probability of class 1 is the score churn_risk. */
    static byte[] churn(long seed) {
        String sum = "<MiningModel functionName=\"regression\">" + schema("")
                + "<Output><OutputField name=\"margin\" feature=\"predictedValue\" optype=\"continuous\""
                + " dataType=\"double\" isFinalResult=\"false\"/></Output>"
                + "<Segmentation multipleModelMethod=\"sum\">" + trees(seed) + "</Segmentation></MiningModel>";
        String link = "<RegressionModel functionName=\"classification\" normalizationMethod=\"logit\">"
                + "<MiningSchema><MiningField name=\"churned\" usageType=\"target\"/><MiningField name=\"margin\"/>"
                + "</MiningSchema><Output><OutputField name=\"churn_risk\" feature=\"probability\" value=\"1\""
                + " optype=\"continuous\" dataType=\"double\"/></Output>"
                + "<RegressionTable targetCategory=\"1\" intercept=\"0\"><NumericPredictor name=\"margin\""
                + " coefficient=\"1\"/></RegressionTable><RegressionTable targetCategory=\"0\" intercept=\"0\"/>"
                + "</RegressionModel>";
        String chain = "<Segment id=\"1\"><True/>" + sum + "</Segment><Segment id=\"2\"><True/>" + link + "</Segment>";
        return document(mining("modelChain", chain, "churned", "classification"));
    }

    /** Six centres: the score cluster. */
    static byte[] cluster(long seed) {
        Random random = new Random(seed);
        String fields = names().map(name -> "<ClusteringField field=\"" + name + "\" compareFunction=\"absDiff\"/>")
                .collect(Collectors.joining());
        String clusters = IntStream.rangeClosed(1, CLUSTERS)
                .mapToObj(id -> "<Cluster id=\"" + id + "\"><Array type=\"real\" n=\"" + FEATURES + "\">"
                        + IntStream.range(0, FEATURES)
                                .mapToObj(i -> number(random))
                                .collect(Collectors.joining(" "))
                        + "</Array></Cluster>")
                .collect(Collectors.joining());
        return document("<ClusteringModel functionName=\"clustering\" modelClass=\"centerBased\" numberOfClusters=\""
                + CLUSTERS + "\">" + schema("")
                + "<ComparisonMeasure kind=\"distance\"><squaredEuclidean/></ComparisonMeasure>" + fields + clusters
                + "</ClusteringModel>");
    }

    /** The same model, which then cannot say what its inputs add to a score. */
    static byte[] withoutCounts(byte[] pmml) {
        return new String(pmml, StandardCharsets.UTF_8)
                .replaceAll(" recordCount=\"[0-9]*\"", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> names() {
        return IntStream.range(0, FEATURES).mapToObj(GeneratedModels::feature);
    }

    static String feature(int i) {
        return String.format(Locale.ROOT, "f%02d", i);
    }

    private static byte[] document(String model) {
        String fields = names().map(
                        name -> "<DataField name=\"" + name + "\" optype=\"continuous\" dataType=\"double\"/>")
                .collect(Collectors.joining());
        return ("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>" + fields
                        + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/>"
                        + "<DataField name=\"churned\" optype=\"categorical\" dataType=\"string\"><Value value=\"0\"/>"
                        + "<Value value=\"1\"/></DataField></DataDictionary>" + model + "</PMML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String mining(String method, String segments, String target, String function) {
        return "<MiningModel functionName=\"" + function + "\">"
                + schema("<MiningField name=\"" + target + "\" usageType=\"target\"/>")
                + "<Segmentation multipleModelMethod=\"" + method + "\">" + segments + "</Segmentation></MiningModel>";
    }

    private static String schema(String target) {
        return "<MiningSchema>" + target
                + names().map(name -> "<MiningField name=\"" + name + "\"/>").collect(Collectors.joining())
                + "</MiningSchema>";
    }

    private static String trees(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, TREES)
                .mapToObj(id -> "<Segment id=\"" + id + "\"><True/><TreeModel functionName=\"regression\""
                        + " missingValueStrategy=\"defaultChild\" splitCharacteristic=\"binarySplit\">" + schema("")
                        + "<Node id=\"0\"" + tree(random, DEPTH, new int[1], "<True/>") + "</TreeModel></Segment>")
                .collect(Collectors.joining());
    }

    /** The rest of a node after its id: a split into two nodes, or a leaf. @param last the id given last */
    private static String tree(Random random, int depth, int[] last, String predicate) {
        if (depth == 0) {
            int rows = 20 + Math.floorMod(31 * last[0], 480);
            return " score=\"" + random.nextGaussian() / TREES + "\" recordCount=\"" + rows + "\">" + predicate
                    + "</Node>";
        }
        int left = ++last[0];
        String field = feature(random.nextInt(FEATURES));
        String threshold = number(random);
        String lower = "<Node id=\"" + left + "\"" + tree(random, depth - 1, last, test(field, "lessThan", threshold));
        int right = ++last[0];
        String upper =
                "<Node id=\"" + right + "\"" + tree(random, depth - 1, last, test(field, "greaterOrEqual", threshold));
        return " defaultChild=\"" + left + "\">" + predicate + lower + upper + "</Node>";
    }

    private static String test(String field, String operator, String threshold) {
        return "<SimplePredicate field=\"" + field + "\" operator=\"" + operator + "\" value=\"" + threshold + "\"/>";
    }

    private static String number(Random random) {
        return String.format(Locale.ROOT, "%.4f", random.nextGaussian());
    }
}
