package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.CompiledField.TextField;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dmg.pmml.Array;
import org.dmg.pmml.CompoundPredicate;
import org.dmg.pmml.False;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.True;
import org.jpmml.evaluator.ArrayUtil;

/** Turns the predicates of one ensemble into questions about codes. All are looked at first, so that the codes are known. */
final class PredicateCompiler {
    private final Map<Integer, CodedNumber> numbers = new HashMap<>();

    private CodedField field(String name, FieldNames names) {
        CompiledField field = names.field(name);
        return field instanceof NumberField number
                ? numbers.computeIfAbsent(number.slot(), slot -> new CodedNumber(number, names.origin(name)))
                : new CodedText((TextField) field, names.origin(name));
    }

    /** Takes note of a predicate; before {@link #question} is called for any. */
    void lookAt(Predicate predicate, FieldNames names) {
        if (predicate instanceof SimplePredicate simple
                && field(simple.requireField(), names) instanceof CodedNumber number) {
            if (comparesValues(simple.requireOperator())) {
                number.cutBy(simple.requireOperator(), number.threshold(simple.getValue()));
            }
        } else if (predicate instanceof SimpleSetPredicate set
                && field(set.requireField(), names) instanceof CodedNumber number) {
            contents(set).forEach(value -> number.cutBy(SimplePredicate.Operator.EQUAL, number.threshold(value)));
        } else if (predicate instanceof CompoundPredicate compound) {
            compound.requirePredicates().forEach(part -> lookAt(part, names));
        }
    }

    private static boolean comparesValues(SimplePredicate.Operator operator) {
        return operator != SimplePredicate.Operator.IS_MISSING && operator != SimplePredicate.Operator.IS_NOT_MISSING;
    }

    private static List<?> contents(SimpleSetPredicate set) {
        Array array = set.requireArray();
        return ArrayUtil.getContent(array);
    }

    /** Writes the steps that find the codes. */
    void finish(ProgramWriter program) {
        numbers.values().forEach(number -> number.finish(program));
    }

    /** @throws Uncompilable when the predicate is of another kind */
    Question question(Predicate predicate, FieldNames names) {
        if (predicate instanceof True) {
            return new Question.Always(true);
        }
        if (predicate instanceof False) {
            return new Question.Always(false);
        }
        if (predicate instanceof SimplePredicate simple) {
            return question(simple, field(simple.requireField(), names));
        }
        if (predicate instanceof SimpleSetPredicate set) {
            return question(set, field(set.requireField(), names));
        }
        if (predicate instanceof CompoundPredicate compound) {
            return question(compound, names);
        }
        throw new Uncompilable("the predicate " + predicate.getClass().getSimpleName());
    }

    private static Question question(SimplePredicate predicate, CodedField field) {
        SimplePredicate.Operator operator = predicate.requireOperator();
        if (operator == SimplePredicate.Operator.IS_MISSING) {
            return new Question.OfField(field, field.onlyMissing(), new BitSet());
        }
        if (operator == SimplePredicate.Operator.IS_NOT_MISSING) {
            return new Question.OfField(field, field.present(), new BitSet());
        }
        if (field instanceof CodedNumber number) {
            return new Question.OfField(
                    field, number.where(operator, number.threshold(predicate.getValue())), field.onlyMissing());
        }
        BitSet equal = ((CodedText) field).of(Set.of(Mentions.text(predicate.requireValue())));
        return switch (operator) {
            case EQUAL -> new Question.OfField(field, equal, field.onlyMissing());
            case NOT_EQUAL -> new Question.OfField(field, others(field, equal), field.onlyMissing());
            default -> throw new Uncompilable("the order of texts");
        };
    }

    private static Question question(SimpleSetPredicate predicate, CodedField field) {
        BitSet in = new BitSet();
        if (field instanceof CodedNumber number) {
            contents(predicate)
                    .forEach(value -> in.or(number.where(SimplePredicate.Operator.EQUAL, number.threshold(value))));
        } else {
            Set<String> texts = new HashSet<>();
            contents(predicate).forEach(value -> texts.add(Mentions.text(value)));
            in.or(((CodedText) field).of(texts));
        }
        boolean isIn = predicate.requireBooleanOperator() == SimpleSetPredicate.BooleanOperator.IS_IN;
        return new Question.OfField(field, isIn ? in : others(field, in), field.onlyMissing());
    }

    private static BitSet others(CodedField field, BitSet codes) {
        BitSet others = field.present();
        others.andNot(codes);
        return others;
    }

    private Question question(CompoundPredicate compound, FieldNames names) {
        List<Question> parts = compound.requirePredicates().stream()
                .map(part -> question(part, names))
                .toList();
        if (parts.size() < 2) {
            throw new Uncompilable("a compound of one predicate");
        }
        return switch (compound.requireBooleanOperator()) {
            case AND -> new Question.All(parts);
            case OR -> new Question.Any(parts);
            case SURROGATE -> new Question.FirstKnown(parts);
            default -> throw new Uncompilable("the predicate xor");
        };
    }
}
