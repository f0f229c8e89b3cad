package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.Apply;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DefineFunction;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldColumnPair;
import org.dmg.pmml.HasFieldReference;
import org.dmg.pmml.LocalTransformations;
import org.dmg.pmml.MapValues;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLObject;
import org.dmg.pmml.ParameterField;
import org.dmg.pmml.TransformationDictionary;
import org.dmg.pmml.VisitorAction;
import org.jpmml.model.visitors.AbstractVisitor;

/**
 * What the expressions of a PMML document may do. Each is walked as evaluation would walk it: a call of a function that
 * the document defines is expanded, a derived field is worked out once. The walk itself is bounded: it stops at the
 * first excess.
 *
 * <ul>
 *   <li>Every function is built into PMML or defined in the document; the evaluator would load any other name as a class.
 *   <li>No function and no derived field depends on itself.
 *   <li>At most {@value #MOST_CALLS} calls per row, {@value #DEEPEST} levels of calls and fields (the evaluator recurses),
 *       and texts of an estimated {@value #LONGEST_TEXT} characters.
 *   <li>Regular expressions are constants that {@link LinearRegex} can run.
 * </ul>
 */
final class ExpressionLimits extends AbstractVisitor {
    static final int MOST_CALLS = 1_000_000;
    static final int DEEPEST = 250;
    static final int LONGEST_TEXT = 1_000_000;
    private static final int LENGTH_OF_A_VALUE = 200;

    private final Map<String, DefineFunction> functions = new HashMap<>();
    private final Deque<FieldScope> scopes = new ArrayDeque<>();
    private final Map<DerivedField, Weight> weights = new IdentityHashMap<>();
    private final Map<PMMLObject, String> path = new LinkedHashMap<>();
    private int calls;

    /** @param depth levels of recursion below the expression @param characters estimated length when it is a text */
    private record Weight(int depth, long characters) {}

    private static final Weight VALUE = new Weight(1, LENGTH_OF_A_VALUE);

    private ExpressionLimits() {}

    /** @throws EngineException INVALID_MODEL naming the first expression beyond a limit */
    static void check(PMML pmml) {
        new ExpressionLimits().applyTo(pmml);
    }

    @Override
    public VisitorAction visit(PMML pmml) {
        TransformationDictionary shared = pmml.getTransformationDictionary();
        if (shared != null) {
            shared.getDefineFunctions().forEach(this::define);
        }
        scopes.push(FieldScope.of(shared == null ? List.of() : shared.getDerivedFields(), null));
        return VisitorAction.CONTINUE;
    }

    private void define(DefineFunction function) {
        String name = function.requireName();
        if (BuiltInFunctions.has(name) || functions.put(name, function) != null) {
            throw refused(
                    "defines the function " + Quoted.of(name) + " a second time",
                    "the name is one that PMML itself has");
        }
        if (function.hasDerivedFields()) {
            throw refused(
                    "has derived fields inside the function " + Quoted.of(name), "they can stand beside the function");
        }
    }

    @Override
    public void pushParent(PMMLObject parent) {
        super.pushParent(parent);
        if (parent instanceof Model model) {
            LocalTransformations local = model.getLocalTransformations();
            scopes.push(FieldScope.of(local == null ? List.of() : local.getDerivedFields(), scope()));
        }
    }

    @Override
    public PMMLObject popParent() {
        PMMLObject parent = super.popParent();
        if (parent instanceof Model) {
            scopes.pop();
        }
        return parent;
    }

    @Override
    public VisitorAction visit(DefineFunction function) {
        Map<String, Weight> parameters = new HashMap<>();
        function.getParameterFields().forEach(parameter -> parameters.put(parameter.requireName(), VALUE));
        weigh(function, parameters);
        return VisitorAction.SKIP;
    }

    @Override
    public VisitorAction visit(DerivedField field) {
        weigh(field, scope());
        return VisitorAction.SKIP;
    }

    /** Any other place where an expression stands: outputs, partial scores. */
    @Override
    public VisitorAction visit(Expression expression) {
        weigh(expression, new Names(scope(), Map.of()));
        return VisitorAction.SKIP;
    }

    private FieldScope scope() {
        return scopes.getFirst();
    }

    /** What a name in an expression means: a parameter of the function around it, else a field as seen from the scope. */
    private record Names(FieldScope scope, Map<String, Weight> parameters) {}

    private Weight weigh(DerivedField field, FieldScope definedIn) {
        Weight known = weights.get(field);
        if (known != null) {
            return known;
        }
        enter(field, "field " + field.getName());
        Weight weight = deeper(weigh(field.requireExpression(), new Names(definedIn, Map.of())), 1);
        path.remove(field);
        weights.put(field, weight);
        return weight;
    }

    private Weight weigh(DefineFunction function, Map<String, Weight> parameters) {
        enter(function, "function " + function.requireName());
        Names names = new Names(scopes.getLast(), parameters);
        Weight weight = deeper(weigh(function.requireExpression(), names), 1);
        path.remove(function);
        return weight;
    }

    private Weight weigh(Expression expression, Names names) {
        if (expression instanceof Apply apply) {
            return weigh(apply, names);
        }
        if (expression instanceof Constant constant) {
            Object value = constant.getValue();
            return new Weight(1, value == null ? 0 : value.toString().length());
        }
        if (expression instanceof MapValues map) {
            int depth = 1;
            for (FieldColumnPair pair : map.getFieldColumnPairs()) {
                depth = Math.max(depth, weigh(pair.requireField(), names).depth());
            }
            return deeper(new Weight(depth, LENGTH_OF_A_VALUE), 1);
        }
        if (expression instanceof HasFieldReference<?> reference) {
            return deeper(weigh(reference.requireField(), names), 1);
        }
        return VALUE;
    }

    /** A name that is neither a parameter nor a derived field is an input or another model's output. */
    private Weight weigh(String name, Names names) {
        Weight parameter = names.parameters().get(name);
        if (parameter != null) {
            return parameter;
        }
        FieldScope home = names.scope().definingScope(name);
        return home == null ? VALUE : weigh(home.field(name), home);
    }

    private Weight weigh(Apply apply, Names names) {
        calls++;
        if (calls > MOST_CALLS) {
            throw refused(
                    "needs more than " + MOST_CALLS + " function calls for one customer",
                    "a function calls another more than once, over many levels");
        }
        List<Weight> arguments = apply.getExpressions().stream()
                .map(argument -> weigh(argument, names))
                .toList();
        String name = apply.requireFunction();
        DefineFunction defined = functions.get(name);
        Weight result = defined == null ? weighBuiltIn(name, apply, arguments) : weighCall(defined, arguments);
        int depth = arguments.stream().mapToInt(Weight::depth).max().orElse(0);
        Weight weight = deeper(new Weight(Math.max(depth, result.depth()), result.characters()), 1);
        if (weight.characters() > LONGEST_TEXT) {
            throw refused(
                    "builds texts of more than " + LONGEST_TEXT + " characters",
                    "a text is joined with itself, over many levels");
        }
        return weight;
    }

    private Weight weighCall(DefineFunction function, List<Weight> arguments) {
        Map<String, Weight> parameters = new HashMap<>();
        List<ParameterField> names = function.getParameterFields();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i).requireName(), i < arguments.size() ? arguments.get(i) : VALUE);
        }
        return weigh(function, parameters);
    }

    private Weight weighBuiltIn(String name, Apply apply, List<Weight> arguments) {
        if (!BuiltInFunctions.has(name)) {
            throw refused(
                    "calls the function " + Quoted.withoutClasses(name)
                            + ", which neither PMML nor the file itself defines",
                    "the exporting tool needs a Java class that is not part of PMML");
        }
        if (LinearRegex.takesPattern(name)) {
            LinearRegex.check(name, apply);
        }
        long longest = arguments.stream().mapToLong(Weight::characters).max().orElse(0);
        long characters =
                switch (name) {
                    case "concat" ->
                        arguments.stream().mapToLong(Weight::characters).sum();
                    case "replace" ->
                        arguments.get(0).characters() * (arguments.get(2).characters() + 1);
                    default -> longest;
                };
        return new Weight(1, characters);
    }

    private static Weight deeper(Weight weight, int levels) {
        int depth = weight.depth() + levels;
        if (depth > DEEPEST) {
            throw refused(
                    "nests functions and derived fields more than " + DEEPEST + " deep",
                    "each of a long chain of derived fields uses the one before it");
        }
        return new Weight(depth, weight.characters());
    }

    private void enter(PMMLObject definition, String name) {
        if (path.putIfAbsent(definition, name) != null) {
            throw refused(
                    "defines the " + Quoted.of(name) + " by itself ("
                            + Quoted.of(String.join(" > ", path.values()), 300) + ")",
                    "two definitions use each other");
        }
    }

    private static EngineException refused(String what, String maybe) {
        return new EngineException(ErrorCode.INVALID_MODEL, "The model file " + what + ".\nMaybe " + maybe + ".");
    }
}
