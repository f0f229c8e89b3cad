package cip.core.score;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.dmg.pmml.Apply;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldColumnPair;
import org.dmg.pmml.HasFieldReference;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.VisitorAction;
import org.jpmml.model.visitors.AbstractVisitor;

/**
 * What an expression comes down to, through the derived fields that it uses.
 *
 * @param fields those that are not derived themselves
 * @param comparesOnly whether texts are only compared and passed on: two texts that no value of the document equals then
 *     give the same; a function that looks into a text could tell them apart
 */
record ExpressionRoots(Set<String> fields, boolean comparesOnly) {
    private static final Set<String> COMPARING = Set.of(
            PMMLFunctions.IF,
            PMMLFunctions.EQUAL,
            PMMLFunctions.NOTEQUAL,
            PMMLFunctions.ISIN,
            PMMLFunctions.ISNOTIN,
            PMMLFunctions.ISMISSING,
            PMMLFunctions.ISNOTMISSING,
            PMMLFunctions.AND,
            PMMLFunctions.OR,
            PMMLFunctions.NOT);

    static ExpressionRoots of(Expression expression, FieldNames names) {
        Collector collector = new Collector(names);
        collector.applyTo(expression);
        return new ExpressionRoots(collector.fields, collector.comparesOnly);
    }

    /** The field, if there is exactly one. */
    Optional<String> only() {
        return fields.size() == 1 ? Optional.of(fields.iterator().next()) : Optional.empty();
    }

    private static final class Collector extends AbstractVisitor {
        private final FieldNames names;
        private final Set<String> fields = new LinkedHashSet<>();
        private final Set<String> seen = new HashSet<>();
        private boolean comparesOnly = true;

        Collector(FieldNames names) {
            this.names = names;
        }

        @Override
        public VisitorAction visit(Expression inner) {
            if (inner instanceof Apply apply && !COMPARING.contains(apply.requireFunction())) {
                comparesOnly = false;
            }
            if (inner instanceof HasFieldReference<?> reference) {
                found(reference.requireField());
            }
            return super.visit(inner);
        }

        @Override
        public VisitorAction visit(FieldColumnPair pair) {
            found(pair.requireField());
            return super.visit(pair);
        }

        private void found(String name) {
            DerivedField definition = names.definition(name);
            if (definition == null) {
                fields.add(name);
            } else if (seen.add(name)) {
                applyTo(definition.requireExpression());
            }
        }
    }
}
