package cip.core.score;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tree ensembles drawn from a seed, with everything that a tree of the PMML standard may do with a missing value. */
final class RandomModel {
    private static final String[] STRATEGIES = {"none", "nullPrediction", "lastPrediction", "defaultChild"};
    private static final String[] CATEGORIES = {"red", "green", "blue", "grey"};
    private static final String[] ORDERS = {"lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual"};

    private final Random random;
    private final boolean single;
    private int nodes;

    private RandomModel(long seed) {
        random = new Random(seed);
        single = random.nextBoolean();
    }

    /** An ensemble over a float, a double, an integer, a yes/no and a text field; it predicts a number. */
    static byte[] ensemble(long seed) {
        return new RandomModel(seed).document();
    }

    private byte[] document() {
        String method = pick("sum", "weightedSum", "average", "weightedAverage");
        String schema = "<MiningSchema><MiningField name=\"f\"/><MiningField name=\"d\"/><MiningField name=\"i\"/>"
                + "<MiningField name=\"flag\"/><MiningField name=\"colour\"/></MiningSchema>";
        String outerSchema = "<MiningSchema><MiningField name=\"y\" usageType=\"target\"/>"
                + "<MiningField name=\"f\"" + replacement("0.5") + "/>"
                + "<MiningField name=\"d\"" + replacement("-1.5") + "/><MiningField name=\"i\"/>"
                + "<MiningField name=\"flag\"/>"
                + "<MiningField name=\"colour\" invalidValueTreatment=\""
                + pick("returnInvalid", "asMissing", "asIs") + "\"" + replacement("red") + "/></MiningSchema>";
        String segments = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> "<Segment weight=\"" + (1 + random.nextInt(3)) * 0.7 + "\"><True/>" + tree(schema)
                        + "</Segment>")
                .collect(Collectors.joining());
        String math = single ? " x-mathContext=\"float\"" : "";
        return ("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                        + "<DataField name=\"f\" optype=\"continuous\" dataType=\"float\"/>"
                        + "<DataField name=\"d\" optype=\"continuous\" dataType=\"double\">"
                        + (random.nextBoolean()
                                ? "<Interval closure=\"openClosed\" leftMargin=\"-2.5\" rightMargin=\"2.5\"/>"
                                : "")
                        + "</DataField><DataField name=\"i\" optype=\"continuous\" dataType=\"integer\"/>"
                        + "<DataField name=\"flag\" optype=\"categorical\" dataType=\"boolean\"/>"
                        + "<DataField name=\"colour\" optype=\"categorical\" dataType=\"string\">"
                        + "<Value value=\"red\"/><Value value=\"green\"/><Value value=\"blue\"/>"
                        + "<Value value=\"grey\"/></DataField>"
                        + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                        + "<MiningModel functionName=\"regression\"" + math + ">" + outerSchema
                        + (random.nextBoolean()
                                ? "<Targets><Target field=\"y\" rescaleFactor=\"1.25\" rescaleConstant=\"-3.1\"/></Targets>"
                                : "")
                        + "<Segmentation multipleModelMethod=\"" + method + "\">" + segments
                        + "</Segmentation></MiningModel></PMML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String replacement(String value) {
        return random.nextInt(3) == 0 ? " missingValueReplacement=\"" + value + "\"" : "";
    }

    private String tree(String schema) {
        nodes = 0;
        String math = single ? " x-mathContext=\"float\"" : "";
        return "<TreeModel functionName=\"regression\" missingValueStrategy=\"" + pick(STRATEGIES)
                + "\" noTrueChildStrategy=\"" + pick("returnNullPrediction", "returnLastPrediction") + "\"" + math
                + ">" + schema + node("<True/>", 1 + random.nextInt(3)) + "</TreeModel>";
    }

    private String node(String predicate, int depth) {
        String id = " id=\"" + nodes++ + "\" score=\"" + random.nextGaussian() + "\"";
        if (depth == 0) {
            return "<Node" + id + ">" + predicate + "</Node>";
        }
        int first = nodes;
        String children = children(depth - 1);
        return "<Node" + id + " defaultChild=\"" + first + "\">" + predicate + children + "</Node>";
    }

    private String children(int depth) {
        if (random.nextInt(3) > 0) {
            String order = pick("lessThan", "lessOrEqual");
            String opposite = order.equals("lessThan") ? "greaterOrEqual" : "greaterThan";
            String field = pick("f", "d", "i");
            String threshold = threshold(field);
            return node(simple(field, order, threshold), depth) + node(simple(field, opposite, threshold), depth);
        }
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> node(predicate(2), depth))
                .collect(Collectors.joining());
    }

    private String predicate(int depth) {
        int kind = random.nextInt(depth > 0 ? 7 : 5);
        return switch (kind) {
            case 0, 1 -> {
                String field = pick("f", "d", "i");
                yield simple(field, pick(ORDERS), threshold(field));
            }
            case 2 -> simple("colour", pick("equal", "notEqual"), pick(CATEGORIES));
            case 3 ->
                "<SimpleSetPredicate field=\"colour\" booleanOperator=\"" + pick("isIn", "isNotIn")
                        + "\"><Array type=\"string\" n=\"2\">" + CATEGORIES[random.nextInt(2)] + " "
                        + CATEGORIES[2 + random.nextInt(2)] + "</Array></SimpleSetPredicate>";
            case 4 ->
                random.nextBoolean()
                        ? "<SimplePredicate field=\"" + pick("f", "colour") + "\" operator=\""
                                + pick("isMissing", "isNotMissing") + "\"/>"
                        : simple("flag", "equal", pick("true", "false"));
            default ->
                "<CompoundPredicate booleanOperator=\"" + pick("and", "or", "surrogate") + "\">" + predicate(depth - 1)
                        + predicate(depth - 1) + predicate(0) + "</CompoundPredicate>";
        };
    }

    private String threshold(String field) {
        return field.equals("i")
                ? String.valueOf(random.nextInt(5) - 2)
                : String.valueOf(Math.rint(random.nextGaussian() * 100) / 100 + 0.001);
    }

    private static String simple(String field, String operator, String value) {
        return "<SimplePredicate field=\"" + field + "\" operator=\"" + operator + "\" value=\"" + value + "\"/>";
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
