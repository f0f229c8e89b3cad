package cip.core.score;

import cip.core.score.Formula.OfCategory;
import cip.core.score.Formula.OfNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * One model on its way into the file of an average.
 *
 * @param tag what its fields and its segment are told apart by
 * @param inputs whether each is a text, by name, in its order
 * @param declared fields it predicts that nobody else knows
 * @param derived what it made of its inputs
 * @param model a regression that reads the derived fields, and nothing else of the whole
 */
record AveragePart(
        String tag, Map<String, Boolean> inputs, List<Element> declared, List<Element> derived, Element model) {
    private static final Set<String> REMOVED = Set.of("Output", "ModelVerification");

    AveragePart {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * @param target of the whole: a plain number
     * @throws IllegalArgumentException saying what the file has that cannot be kept
     */
    static AveragePart of(PmmlMarkup whole, byte[] pmml, String score, String target, String tag) {
        PmmlMarkup file = PmmlMarkup.read(pmml);
        if (!PmmlMarkup.children(file.root(), "TransformationDictionary").isEmpty()) {
            throw new IllegalArgumentException("it derives fields outside its model");
        }
        Element model = PmmlMarkup.children(file.root()).stream()
                .filter(child -> !PmmlMarkup.children(child, "MiningSchema").isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it has no model"));
        return new Reading(whole, file, whole.taken(model), score, tag).part(target);
    }

    private static final class Reading {
        private final PmmlMarkup whole;
        private final PmmlMarkup file;
        private final Element model;
        private final String score;
        private final String tag;
        private final List<Element> declared = new ArrayList<>();
        private final List<Element> derived = new ArrayList<>();
        private final Map<String, Boolean> inputs = new LinkedHashMap<>();

        Reading(PmmlMarkup whole, PmmlMarkup file, Element model, String score, String tag) {
            this.whole = whole;
            this.file = file;
            this.model = model;
            this.score = score;
            this.tag = tag;
        }

        AveragePart part(String target) {
            Optional<Element> classProbability = classProbability();
            for (Element field : PmmlMarkup.children(PmmlMarkup.child(model, "MiningSchema"), "MiningField")) {
                String name = field.getAttribute("name");
                switch (field.getAttribute("usageType")) {
                    case "", "active" -> read(name, field);
                    case "target", "predicted" -> predict(name, target);
                    default ->
                        throw new IllegalArgumentException(
                                "its field " + name + " is used as " + field.getAttribute("usageType"));
                }
            }
            renameOwnFields();
            PmmlMarkup.children(model).stream()
                    .filter(child -> REMOVED.contains(child.getLocalName()))
                    .forEach(PmmlMarkup::remove);
            Element regression = classProbability.map(this::asNumber).orElse(model);
            return new AveragePart(tag, inputs, declared, derived, regression);
        }

        private String own(String name) {
            return name + "__" + tag;
        }

        /** The output that says how probable the class is that the score is about; empty = the model predicts the score. */
        private Optional<Element> classProbability() {
            boolean regression = model.getAttribute("functionName").equals("regression");
            Optional<Element> said = PmmlMarkup.children(model, "Output").stream()
                    .flatMap(output -> PmmlMarkup.children(output, "OutputField").stream())
                    .filter(field -> field.getAttribute("name").equals(score))
                    .findFirst();
            String feature = said.map(field -> field.getAttribute("feature")).orElse("predictedValue");
            if (regression && Set.of("", "predictedValue").contains(feature)) {
                return Optional.empty();
            }
            if (feature.equals("probability")) {
                return said.map(field -> (Element) field.cloneNode(true));
            }
            throw new IllegalArgumentException("its score is neither what it predicts nor a probability");
        }

        private Element declaration(String name) {
            return PmmlMarkup.children(PmmlMarkup.child(file.root(), "DataDictionary"), "DataField").stream()
                    .filter(field -> field.getAttribute("name").equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("it does not declare " + name));
        }

        private void predict(String name, String target) {
            Element declaration = declaration(name);
            boolean shared = name.equals(target) && TreatedField.isPlainNumber(declaration);
            if (!shared) {
                Element kept = whole.taken(declaration);
                kept.setAttribute("name", own(name));
                declared.add(kept);
                FieldRenaming.rename(model, name, own(name));
            }
        }

        private void read(String name, Element field) {
            Element declaration = declaration(name);
            boolean isText = declaration.getAttribute("dataType").equals("string");
            inputs.put(name, isText);
            if (TreatedField.isPlain(field, declaration)) {
                TreatedField.attributes(field).forEach(field::removeAttribute);
                field.setAttribute("name", name);
                return;
            }
            Formula formula = isText
                    ? new OfCategory(name, value -> value, Set.of())
                    : new OfNumber(whole.element("FieldRef", "field", name));
            Element value = TreatedField.value(whole, formula, field, declaration, number -> name)
                    .orElseThrow(
                            () -> new IllegalArgumentException("it treats its input " + name + " in a way of its own"));
            derived.add(TreatedField.derived(whole, own(name), declaration, value));
            TreatedField.attributes(field).forEach(field::removeAttribute);
            field.setAttribute("name", name);
            FieldRenaming.rename(model, name, own(name));
        }

        private void renameOwnFields() {
            for (Element transformations : PmmlMarkup.children(model, "LocalTransformations")) {
                for (Element field : PmmlMarkup.children(transformations, "DerivedField")) {
                    String name = field.getAttribute("name");
                    FieldRenaming.rename(model, name, own(name));
                    field.setAttribute("name", own(name));
                }
            }
        }

        /** A chain of the classification and a regression that passes its probability on. */
        private Element asNumber(Element probability) {
            String name = own("probability");
            probability.setAttribute("name", name);
            Element mined = whole.element("MiningSchema");
            for (Element field : PmmlMarkup.children(PmmlMarkup.child(model, "MiningSchema"), "MiningField")) {
                if (Set.of("", "active").contains(field.getAttribute("usageType"))) {
                    whole.with(mined, whole.element("MiningField", "name", field.getAttribute("name")));
                }
            }
            model.insertBefore(
                    whole.with(whole.element("Output"), probability),
                    PmmlMarkup.child(model, "MiningSchema").getNextSibling());
            Element passedOn = whole.with(
                    whole.element("RegressionModel", "functionName", "regression"),
                    whole.with(whole.element("MiningSchema"), whole.element("MiningField", "name", name)),
                    whole.with(
                            whole.element("RegressionTable", "intercept", "0"),
                            whole.element("NumericPredictor", "name", name, "coefficient", "1")));
            return whole.with(
                    whole.element("MiningModel", "functionName", "regression"),
                    mined,
                    whole.with(
                            whole.element("Segmentation", "multipleModelMethod", "modelChain"),
                            segment("1", model),
                            segment("2", passedOn)));
        }

        private Element segment(String id, Element of) {
            return whole.with(whole.element("Segment", "id", id), whole.element("True"), of);
        }
    }
}
