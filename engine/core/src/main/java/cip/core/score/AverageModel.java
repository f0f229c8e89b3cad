package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Writes models of one score as one file that says the mean of what they say: a mining model whose segments they are. The file
 * stands alone: inputs of the same name are one input, and what each part made of it - what stands in for a missing number,
 * which texts it knows, that it reads floats - is a field derived for that part alone. Where a part says nothing, so does
 * the average. Beside the score it puts out what each part says, as {@code <score>__<part>}.
 */
public final class AverageModel {
    private static final String EMPTY =
            "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary/></PMML>";

    private AverageModel() {}

    /**
     * @param parts PMML of at least two, by the name each is known by
     * @param rows the training rows, by the names of columns
     * @param fitted the mean of the parts' own scores of these rows
     * @param tolerance how far, relatively, a score may be from it
     * @throws EngineException INVALID_MODEL when a part says something that cannot be kept beside the others
     */
    public static byte[] of(
            ScoreOutput output,
            Map<String, byte[]> parts,
            Function<List<String>, FeatureMatrix> rows,
            double[] fitted,
            double tolerance) {
        PmmlMarkup whole = PmmlMarkup.read(EMPTY.getBytes(StandardCharsets.UTF_8));
        String target = "observed_" + output.name();
        List<AveragePart> read = new ArrayList<>();
        Map<String, Boolean> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            AveragePart next = part(whole, part, output, target, tag(part.getKey(), read));
            next.inputs().forEach((name, isText) -> {
                Boolean before = inputs.putIfAbsent(name, isText);
                if (before != null && !before.equals(isText)) {
                    throw refused(
                            part.getKey(),
                            "it reads " + name + " as " + (isText ? "a text" : "a number")
                                    + ", another part otherwise");
                }
            });
            read.add(next);
        }
        PmmlMarkup.child(whole.root(), "Header")
                .setAttribute("description", "The mean of " + String.join(" and ", parts.keySet()) + ".");
        declare(whole, target, inputs, read);
        Element model = model(whole, output, target, List.copyOf(inputs.keySet()), read, tolerance);
        new VerificationTable(whole, model, List.copyOf(inputs.keySet()))
                .write(rows.apply(List.copyOf(inputs.keySet())), fitted);
        return whole.bytes();
    }

    /** The name with underscores for what is neither letter nor digit, and a number where that is taken. */
    private static String tag(String name, List<AveragePart> others) {
        String tag = name.replaceAll("[^A-Za-z0-9]", "_");
        boolean taken = others.stream().anyMatch(other -> other.tag().equals(tag));
        return taken ? tag + (others.size() + 1) : tag;
    }

    private static AveragePart part(
            PmmlMarkup whole, Map.Entry<String, byte[]> part, ScoreOutput output, String target, String tag) {
        try {
            return AveragePart.of(whole, part.getValue(), output.name(), target, tag);
        } catch (IllegalArgumentException e) {
            throw refused(part.getKey(), e.getMessage());
        }
    }

    private static EngineException refused(String part, @Nullable String why) {
        return new EngineException(
                ErrorCode.INVALID_MODEL,
                "The model of " + part + " cannot be part of an average: " + why
                        + ".\nMaybe its trainer writes PMML that only stands alone.");
    }

    private static void declare(PmmlMarkup whole, String target, Map<String, Boolean> inputs, List<AveragePart> parts) {
        Element dictionary = PmmlMarkup.child(whole.root(), "DataDictionary");
        inputs.forEach((name, isText) -> whole.with(dictionary, field(whole, name, isText)));
        whole.with(dictionary, field(whole, target, false));
        parts.forEach(part -> part.declared().forEach(own -> whole.with(dictionary, own)));
        dictionary.setAttribute(
                "numberOfFields",
                Integer.toString(PmmlMarkup.children(dictionary, "DataField").size()));
    }

    private static Element field(PmmlMarkup whole, String name, boolean isText) {
        return whole.element(
                "DataField",
                "name",
                name,
                "optype",
                isText ? "categorical" : "continuous",
                "dataType",
                isText ? "string" : "double");
    }

    private static Element model(
            PmmlMarkup whole,
            ScoreOutput output,
            String target,
            List<String> inputs,
            List<AveragePart> parts,
            double tolerance) {
        Element model = whole.element("MiningModel", "modelName", output.name(), "functionName", "regression");
        Element schema = whole.with(
                whole.element("MiningSchema"), whole.element("MiningField", "name", target, "usageType", "target"));
        inputs.forEach(input -> whole.with(schema, whole.element("MiningField", "name", input)));
        Element outputs = whole.with(whole.element("Output"), output(whole, output.name()));
        Element transformations = whole.element("LocalTransformations");
        Element segments = whole.element(
                "Segmentation", "multipleModelMethod", "average", "missingPredictionTreatment", "returnMissing");
        for (AveragePart part : parts) {
            Element said = output(whole, output.name() + "__" + part.tag());
            said.setAttribute("segmentId", part.tag());
            whole.with(outputs, said);
            part.derived().forEach(field -> whole.with(transformations, field));
            whole.with(
                    segments,
                    whole.with(whole.element("Segment", "id", part.tag()), whole.element("True"), part.model()));
        }
        whole.with(model, schema, outputs);
        if (!PmmlMarkup.children(transformations).isEmpty()) {
            whole.with(model, transformations);
        }
        whole.with(model, segments, verification(whole, output.name(), tolerance));
        whole.with(whole.root(), model);
        return model;
    }

    private static Element output(PmmlMarkup whole, String name) {
        return whole.element(
                "OutputField", "name", name, "optype", "continuous", "dataType", "double", "feature", "predictedValue");
    }

    /** Still without records. */
    private static Element verification(PmmlMarkup whole, String score, double tolerance) {
        Element field = whole.element(
                "VerificationField",
                "field",
                score,
                "column",
                score,
                "precision",
                Double.toString(tolerance),
                "zeroThreshold",
                "1E-6");
        return whole.with(
                whole.element("ModelVerification"),
                whole.with(whole.element("VerificationFields"), field),
                whole.element("InlineTable"));
    }
}
