package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dmg.pmml.Apply;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Expression;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.VisitorAction;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.FieldValueUtil;
import org.jpmml.evaluator.FunctionRegistry;
import org.jpmml.evaluator.functions.BinaryFunction;
import org.jpmml.evaluator.functions.TernaryFunction;
import org.jpmml.model.visitors.AbstractVisitor;

/**
 * The PMML functions {@code matches} and {@code replace} on an engine whose time is linear in the text (RE2, Cox 2007,
 * "Regular Expression Matching Can Be Simple And Fast"). The evaluator's own run on {@code java.util.regex}, where a
 * pattern of twenty characters can take years.
 *
 * <p>They are registered with the evaluator beside its own, under names that no file may use; {@link #useIn} makes the
 * calls of a document theirs.
 */
final class LinearRegex {
    private static final Set<String> FUNCTIONS = Set.of(PMMLFunctions.MATCHES, PMMLFunctions.REPLACE);
    private static final String OURS = "linear-";
    private static final int LONGEST_PATTERN = 500;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final int MOST_PATTERNS = 1_000;

    private LinearRegex() {}

    static boolean takesPattern(String function) {
        return FUNCTIONS.contains(function);
    }

    /** Makes every call in the document run on this engine. */
    static void useIn(PMML pmml) {
        FunctionRegistry.putFunction(OURS + PMMLFunctions.MATCHES, new Matches());
        FunctionRegistry.putFunction(OURS + PMMLFunctions.REPLACE, new Replace());
        new AbstractVisitor() {
            @Override
            public VisitorAction visit(Apply apply) {
                if (takesPattern(apply.requireFunction())) {
                    apply.setFunction(OURS + apply.requireFunction());
                }
                return super.visit(apply);
            }
        }.applyTo(pmml);
    }

    /** @throws EngineException INVALID_MODEL when the pattern is no constant, too long, or needs backtracking */
    static void check(String function, Apply apply) {
        int arguments = function.equals(PMMLFunctions.MATCHES) ? 2 : 3;
        List<Expression> expressions = apply.getExpressions();
        if (expressions.size() != arguments || !(expressions.get(1) instanceof Constant constant)) {
            throw refused(
                    "calls " + function + " with a pattern that is not a constant",
                    "the pattern is taken from a field");
        }
        String pattern = String.valueOf(constant.getValue());
        if (pattern.length() > LONGEST_PATTERN) {
            throw refused(
                    "contains a regular expression of " + pattern.length() + " characters; at most " + LONGEST_PATTERN
                            + " are allowed",
                    "a list of values would do");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw refused(
                    "contains the regular expression " + Quoted.of(pattern) + ", which cannot be run in linear time: "
                            + Quoted.of(String.valueOf(e.getDescription())),
                    "it refers back to a group or looks around");
        }
    }

    private static Pattern compiled(String pattern) {
        Pattern known = PATTERNS.get(pattern);
        if (known != null) {
            return known;
        }
        if (PATTERNS.size() >= MOST_PATTERNS) {
            PATTERNS.clear();
        }
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile);
    }

    private static EngineException refused(String what, String maybe) {
        return new EngineException(ErrorCode.INVALID_MODEL, "The model file " + what + ".\nMaybe " + maybe + ".");
    }

    private static final class Matches extends BinaryFunction {
        Matches() {
            super(OURS + PMMLFunctions.MATCHES, List.of("input", "pattern"));
        }

        @Override
        public FieldValue evaluate(FieldValue input, FieldValue pattern) {
            boolean found =
                    compiled(pattern.asString()).matcher(input.asString()).find();
            return FieldValueUtil.create(OpType.CATEGORICAL, DataType.BOOLEAN, found);
        }
    }

    private static final class Replace extends TernaryFunction {
        Replace() {
            super(OURS + PMMLFunctions.REPLACE, List.of("input", "pattern", "replacement"));
        }

        @Override
        public FieldValue evaluate(FieldValue input, FieldValue pattern, FieldValue replacement) {
            String dollarsEscaped = replacement.asString().replace("$$", "\\$");
            String replaced =
                    compiled(pattern.asString()).matcher(input.asString()).replaceAll(dollarsEscaped);
            return FieldValueUtil.create(OpType.CATEGORICAL, DataType.STRING, replaced);
        }
    }
}
