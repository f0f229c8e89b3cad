package cip.core.score;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Discretize;
import org.dmg.pmml.DiscretizeBin;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldColumnPair;
import org.dmg.pmml.HasFieldReference;
import org.dmg.pmml.MapValues;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.NormDiscrete;
import org.dmg.pmml.PMML;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.VisitorAction;
import org.dmg.pmml.regression.CategoricalPredictor;
import org.jpmml.evaluator.ArrayUtil;
import org.jpmml.evaluator.InlineTableUtil;
import org.jpmml.evaluator.TypeUtil;
import org.jpmml.model.visitors.AbstractVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The texts and numbers that a document compares each of its fields with, as texts. Those of a field that is derived from
 * another count for both, since the value may be passed on; constants count for every field.
 */
final class Mentions extends AbstractVisitor {
    private final Map<String, Set<String>> texts = new HashMap<>();
    private final Set<String> constants = new LinkedHashSet<>();
    private final Map<String, Set<String>> derivedFrom = new HashMap<>();

    static Mentions of(PMML pmml) {
        Mentions mentioned = new Mentions();
        mentioned.applyTo(pmml);
        return mentioned;
    }

    /** In the order of the document. */
    Set<String> of(String field) {
        Set<String> all = new LinkedHashSet<>(constants);
        collect(field, all, new LinkedHashSet<>());
        return all;
    }

    private void collect(String field, Set<String> all, Set<String> seen) {
        if (seen.add(field)) {
            all.addAll(texts.getOrDefault(field, Set.of()));
            derivedFrom.getOrDefault(field, Set.of()).forEach(name -> collect(name, all, seen));
        }
    }

    @Override
    public VisitorAction visit(SimplePredicate predicate) {
        mention(predicate.requireField(), predicate.getValue());
        return super.visit(predicate);
    }

    @Override
    public VisitorAction visit(SimpleSetPredicate predicate) {
        ArrayUtil.getContent(predicate.requireArray()).forEach(value -> mention(predicate.requireField(), value));
        return super.visit(predicate);
    }

    @Override
    public VisitorAction visit(CategoricalPredictor predictor) {
        mention(predictor.requireField(), predictor.requireValue());
        return super.visit(predictor);
    }

    @Override
    public VisitorAction visit(NormDiscrete expression) {
        mention(expression.requireField(), expression.requireValue());
        return super.visit(expression);
    }

    @Override
    public VisitorAction visit(MapValues expression) {
        if (expression.getInlineTable() != null) {
            for (FieldColumnPair pair : expression.getFieldColumnPairs()) {
                InlineTableUtil.getContent(expression.getInlineTable())
                        .column(pair.requireColumn())
                        .values()
                        .forEach(value -> mention(pair.requireField(), value));
            }
        }
        return super.visit(expression);
    }

    @Override
    public VisitorAction visit(Discretize expression) {
        for (DiscretizeBin bin : expression.getDiscretizeBins()) {
            mention(expression.requireField(), bin.requireInterval().getLeftMargin());
            mention(expression.requireField(), bin.requireInterval().getRightMargin());
        }
        return super.visit(expression);
    }

    @Override
    public VisitorAction visit(NormContinuous expression) {
        expression.requireLinearNorms().forEach(point -> mention(expression.requireField(), point.requireOrig()));
        return super.visit(expression);
    }

    @Override
    public VisitorAction visit(Constant constant) {
        if (constant.getValue() != null) {
            constants.add(text(constant.getValue()));
        }
        return super.visit(constant);
    }

    @Override
    public VisitorAction visit(DerivedField field) {
        if (field.getName() != null && field.getExpression() != null) {
            new AbstractVisitor() {
                @Override
                public VisitorAction visit(Expression inner) {
                    if (inner instanceof HasFieldReference<?> reference) {
                        uses(reference.requireField());
                    }
                    return super.visit(inner);
                }

                @Override
                public VisitorAction visit(FieldColumnPair pair) {
                    uses(pair.requireField());
                    return super.visit(pair);
                }

                private void uses(String used) {
                    derivedFrom
                            .computeIfAbsent(used, name -> new LinkedHashSet<>())
                            .add(field.getName());
                }
            }.applyTo(field.getExpression());
        }
        return super.visit(field);
    }

    private void mention(String field, @Nullable Object value) {
        if (value != null) {
            texts.computeIfAbsent(field, name -> new LinkedHashSet<>()).add(text(value));
        }
    }

    /** A value of the document as the evaluator writes it. */
    static String text(Object value) {
        return String.valueOf(TypeUtil.parseOrCast(DataType.STRING, value));
    }
}
