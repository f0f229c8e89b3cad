package cip.core.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.DerivedField;
import org.jspecify.annotations.Nullable;

/**
 * The derived fields that one model, or the whole document, defines; names it does not define are looked up further out.
 *
 * @param outer the scope around it; null = it is the document's
 */
record FieldScope(Map<String, DerivedField> fields, @Nullable FieldScope outer) {
    static FieldScope of(List<DerivedField> fields, @Nullable FieldScope outer) {
        Map<String, DerivedField> byName = new HashMap<>();
        fields.forEach(field -> byName.put(field.requireName(), field));
        return new FieldScope(byName, outer);
    }

    /** The nearest scope that defines the name, from here outwards; null = none does. */
    @Nullable
    FieldScope definingScope(String name) {
        FieldScope scope = this;
        while (scope != null && !scope.fields.containsKey(name)) {
            scope = scope.outer;
        }
        return scope;
    }

    /** @throws IllegalArgumentException when this scope does not define the name */
    DerivedField field(String name) {
        DerivedField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("This scope defines no field " + name + ".");
        }
        return field;
    }
}
