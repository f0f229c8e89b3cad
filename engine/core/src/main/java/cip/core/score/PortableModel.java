package cip.core.score;

import cip.core.feature.FittedFeatures;
import cip.core.score.Formula.OfNumber;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Puts the features that are functions of attributes alone into a trained model's file, as fields it derives itself, so that
 * any PMML engine scores from what is known of a customer. A feature that needs transactions or the day stays an input. What
 * the file said about such an input - what stands in for a missing number, which texts it knows - moves into the derived
 * field, and so does an attribute's own column where features are computed from it as well.
 *
 * @param pmml the file; unchanged when there was nothing to put in
 * @param computed the features inside and the attributes each is computed from, both sorted
 */
public record PortableModel(byte[] pmml, Map<String, List<String>> computed) {
    private static final Set<String> BEFORE_TRANSFORMATIONS =
            Set.of("Extension", "MiningSchema", "Output", "ModelStats", "ModelExplanation", "Targets");

    public PortableModel {
        computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
    }

    /**
     * @param pmml of a trainer: one model whose inputs are attributes and features
     * @param rows the training rows, by the names of columns
     * @param fitted their scores
     */
    public static PortableModel of(
            byte[] pmml, FittedFeatures features, Function<List<String>, FeatureMatrix> rows, double[] fitted) {
        PmmlMarkup markup = PmmlMarkup.read(pmml);
        Move move = new Move(markup, features);
        Map<String, List<String>> computed = move.features();
        if (computed.isEmpty()) {
            return new PortableModel(pmml, Map.of());
        }
        new VerificationTable(markup, move.model, move.inputs()).write(rows.apply(move.inputs()), fitted);
        return new PortableModel(markup.bytes(), computed);
    }

    /** One file being changed. */
    private static final class Move {
        private final PmmlMarkup markup;
        private final FittedFeatures features;
        private final Element dictionary;
        private final Element transformations;
        private final Element model;
        private final Element schema;
        private final List<Element> defined = new ArrayList<>();

        Move(PmmlMarkup markup, FittedFeatures features) {
            this.markup = markup;
            this.features = features;
            this.dictionary = PmmlMarkup.child(markup.root(), "DataDictionary");
            this.model = PmmlMarkup.children(markup.root()).stream()
                    .filter(child -> !PmmlMarkup.children(child, "MiningSchema").isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The trained file has no model."));
            this.schema = PmmlMarkup.child(model, "MiningSchema");
            this.transformations = PmmlMarkup.children(model, "LocalTransformations").stream()
                    .findFirst()
                    .orElseGet(() -> markup.element("LocalTransformations"));
        }

        /** What the model reads, in its order. */
        List<String> inputs() {
            return mined().map(field -> field.getAttribute("name")).toList();
        }

        private Stream<Element> mined() {
            return PmmlMarkup.children(schema, "MiningField").stream()
                    .filter(field -> Set.of("", "active").contains(field.getAttribute("usageType")));
        }

        Map<String, List<String>> features() {
            Map<String, List<String>> computed = new LinkedHashMap<>();
            Set<String> attributes = new TreeSet<>();
            for (Element field : mined().toList()) {
                String name = field.getAttribute("name");
                FormulaWriter writer = new FormulaWriter(markup, features, name);
                if (features.expression(name).isPresent() && TreatedField.isUnderstood(field)) {
                    features.expression(name)
                            .flatMap(expression -> expression.write(writer))
                            .filter(formula -> !writer.attributes().isEmpty())
                            .flatMap(formula -> derived(name, field, formula, writer))
                            .ifPresent(definitions -> {
                                defined.addAll(definitions);
                                remove(name, field);
                                computed.put(
                                        name,
                                        writer.attributes().stream().sorted().toList());
                                attributes.addAll(writer.attributes());
                            });
                }
            }
            if (!computed.isEmpty()) {
                attributes.forEach(this::read);
                dictionary.setAttribute(
                        "numberOfFields",
                        Integer.toString(
                                PmmlMarkup.children(dictionary, "DataField").size()));
                insertDefinitions();
                if (transformations.getParentNode() == null) {
                    Element before = PmmlMarkup.children(model).stream()
                            .filter(child -> !BEFORE_TRANSFORMATIONS.contains(child.getLocalName()))
                            .findFirst()
                            .orElse(null);
                    model.insertBefore(transformations, before);
                }
            }
            return computed;
        }

        /** Before those of the model itself, which may use them. */
        private void insertDefinitions() {
            Node own = transformations.getFirstChild();
            defined.forEach(definition -> transformations.insertBefore(definition, own));
        }

        private Element declared(String name) {
            return PmmlMarkup.children(dictionary, "DataField").stream()
                    .filter(field -> field.getAttribute("name").equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The trained file does not declare " + name + "."));
        }

        private void remove(String name, Element field) {
            PmmlMarkup.remove(field);
            PmmlMarkup.remove(declared(name));
        }

        /** The fields that take the place of an input; empty = it cannot be said in PMML. */
        private Optional<List<Element>> derived(String name, Element field, Formula formula, FormulaWriter writer) {
            Element declared = declared(name);
            boolean number = formula instanceof OfNumber;
            if (number == declared.getAttribute("dataType").equals("string")) {
                return Optional.empty();
            }
            return TreatedField.value(markup, formula, field, declared, writer::field)
                    .map(value -> {
                        List<Element> definitions = new ArrayList<>(writer.steps());
                        definitions.add(TreatedField.derived(markup, name, declared, value));
                        return definitions;
                    });
        }

        /** Declares an attribute as it is known; where the model read it in its own way, that becomes a derived field. */
        private void read(String attribute) {
            Optional<Element> own = mined().filter(
                            field -> field.getAttribute("name").equals(attribute))
                    .findFirst();
            if (own.filter(field -> TreatedField.isPlain(field, declared(attribute)))
                    .isPresent()) {
                return;
            }
            own.ifPresent(field -> derive(attribute, field));
            boolean text = features.type(attribute).equals(Optional.of(FeatureInput.Type.TEXT));
            markup.with(
                    dictionary,
                    markup.element(
                            "DataField",
                            "name",
                            attribute,
                            "optype",
                            text ? "categorical" : "continuous",
                            "dataType",
                            text ? "string" : "double"));
            markup.with(schema, markup.element("MiningField", "name", attribute));
        }

        private void derive(String attribute, Element field) {
            String name = attribute + "__read";
            FormulaWriter writer = new FormulaWriter(markup, features, name);
            List<Element> definitions = writer.value(attribute)
                    .filter(formula -> TreatedField.isUnderstood(field))
                    .flatMap(formula -> derived(attribute, field, formula, writer))
                    .orElseThrow(() -> new IllegalArgumentException("The trained file treats " + attribute
                            + " in a way that cannot be kept beside the features that are computed from it."));
            remove(attribute, field);
            FieldRenaming.rename(model, attribute, name);
            Element last = definitions.get(definitions.size() - 1);
            last.setAttribute("name", name);
            defined.addAll(definitions);
        }
    }
}
