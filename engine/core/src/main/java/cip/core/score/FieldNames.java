package cip.core.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.LocalTransformations;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.Model;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.dmg.pmml.PMML;
import org.dmg.pmml.TransformationDictionary;
import org.jpmml.model.visitors.ActiveFieldFinder;
import org.jspecify.annotations.Nullable;

/**
 * What the names of fields mean inside a model: its derived fields and outputs, those of the models around it, the fields
 * that the document derives, the inputs. A field is compiled when it is first asked for.
 */
final class FieldNames {
    private final @Nullable FieldNames outer;
    private final InputCompiler inputs;
    private final ExpressionCompiler expressions;
    private final Map<String, DerivedField> derived = new HashMap<>();
    private final Map<String, Supplier<CompiledField>> defined = new HashMap<>();
    private final Map<String, CompiledField> compiled = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    private FieldNames(@Nullable FieldNames outer, InputCompiler inputs, ExpressionCompiler expressions) {
        this.outer = outer;
        this.inputs = inputs;
        this.expressions = expressions;
    }

    /** The names of the document. */
    static FieldNames of(PMML pmml, InputCompiler inputs, ExpressionCompiler expressions) {
        FieldNames names = new FieldNames(null, inputs, expressions);
        TransformationDictionary shared = pmml.getTransformationDictionary();
        if (shared != null) {
            shared.getDerivedFields().forEach(field -> names.derived.put(field.requireName(), field));
        }
        return names;
    }

    /** The names of the outermost model, whose fields the inputs already treat as it says. */
    FieldNames ofOutermost(Model model) {
        FieldNames names = new FieldNames(this, inputs, expressions);
        LocalTransformations local = model.getLocalTransformations();
        if (local != null) {
            local.getDerivedFields().forEach(field -> names.derived.put(field.requireName(), field));
        }
        return names;
    }

    /** @throws Uncompilable when the model inside treats a field in a way of its own */
    FieldNames ofInner(Model model, PMML pmml) {
        Map<String, DataField> fields = new HashMap<>();
        pmml.requireDataDictionary().getDataFields().forEach(field -> fields.put(field.requireName(), field));
        for (MiningField field : model.requireMiningSchema().getMiningFields()) {
            if (field.getUsageType() == MiningField.UsageType.ACTIVE
                    && !isPlain(field, fields.get(field.requireName()))) {
                throw new Uncompilable("the field " + field.getName() + ", which an inner model treats in its own way");
            }
        }
        return ofOutermost(model);
    }

    private static boolean isPlain(MiningField field, @Nullable DataField data) {
        boolean sameKind = field.getOpType() == null || data != null && field.getOpType() == data.getOpType();
        InvalidValueTreatmentMethod invalid = field.getInvalidValueTreatment();
        return sameKind
                && field.getMissingValueReplacement() == null
                && field.getInvalidValueReplacement() == null
                && invalid != InvalidValueTreatmentMethod.AS_MISSING
                && field.getOutlierTreatment() == OutlierTreatmentMethod.AS_IS;
    }

    /** The names inside a function that is called with some fields. */
    FieldNames ofFunction(Map<String, CompiledField> parameters) {
        FieldNames names = new FieldNames(this, inputs, expressions);
        names.compiled.putAll(parameters);
        return names;
    }

    /** Gives a result a name that whatever comes later can use, here and in the models around. */
    void define(String name, Supplier<CompiledField> result) {
        defined.put(name, result);
        for (FieldNames around = outer; around != null; around = around.outer) {
            around.defined.putIfAbsent(name, () -> field(name));
        }
    }

    /** How a field is derived, as seen from here; null = it is not. */
    @Nullable
    DerivedField definition(String name) {
        if (defined.containsKey(name)) {
            return null;
        }
        DerivedField definition = derived.get(name);
        return definition != null || outer == null ? definition : outer.definition(name);
    }

    /**
     * The one input that a field is worked out from; empty = several, or what another model said. What the document or
     * its outermost model derives from several inputs counts as an input: it is a feature that came with the model.
     */
    Optional<String> origin(String name) {
        if (defined.containsKey(name)) {
            return Optional.empty();
        }
        DerivedField definition = derived.get(name);
        if (definition != null) {
            Set<String> fields = ActiveFieldFinder.getFieldNames(definition);
            if (fields.size() == 1) {
                return origin(fields.iterator().next());
            }
            return outer == null || outer.outer == null ? Optional.of(feature(definition)) : Optional.empty();
        }
        return outer == null ? Optional.of(name) : outer.origin(name);
    }

    /** A step on the way to a feature is displayed by the feature's name. */
    private String feature(DerivedField step) {
        String displayed = step.getDisplayName();
        return displayed != null && derived.containsKey(displayed) ? displayed : step.requireName();
    }

    /** Whether a field is worked out from nothing but what other models said. */
    boolean isResult(String name) {
        if (defined.containsKey(name)) {
            return true;
        }
        DerivedField definition = derived.get(name);
        if (definition != null) {
            return ActiveFieldFinder.getFieldNames(definition).stream().allMatch(this::isResult);
        }
        return outer != null && outer.isResult(name);
    }

    /** @throws Uncompilable when the field cannot be worked out by a program */
    CompiledField field(String name) {
        CompiledField known = compiled.get(name);
        if (known != null) {
            return known;
        }
        if (!underWay.add(name)) {
            throw new Uncompilable("the field " + name + ", which is defined by itself");
        }
        CompiledField field = compile(name);
        underWay.remove(name);
        compiled.put(name, field);
        return field;
    }

    private CompiledField compile(String name) {
        Supplier<CompiledField> result = defined.get(name);
        if (result != null) {
            return result.get();
        }
        DerivedField definition = derived.get(name);
        if (definition != null) {
            return expressions.derived(definition, this);
        }
        return outer == null ? inputs.input(name) : outer.field(name);
    }
}
