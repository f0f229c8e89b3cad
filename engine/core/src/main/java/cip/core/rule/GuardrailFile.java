package cip.core.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;

/**
 * Reads one guardrail file and refuses everything but rules of one {@link Customer} pattern with an empty {@code then}.
 * What would give a missing value another meaning than everywhere else is refused too. Problems begin with the line.
 */
final class GuardrailFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*\\(");
    private static final Pattern TERM = Pattern.compile("\\G\\s*\"([A-Za-z0-9_]*)\"");
    private static final Pattern NOT_EQUAL = Pattern.compile("!=(?!\\s*null\\b)|\\bnot\\b|\\bstr\\b");
    private static final Pattern JAVA =
            Pattern.compile("\\b(?:new|eval|this|instanceof)\\b|[A-Za-z_\\])]\\s*\\.|::|[^=<>!]=[^=]");
    private static final Map<String, Set<Term.Type>> METHODS = Map.of(
            "number", Set.of(Term.Type.NUMBER),
            "text", Set.of(Term.Type.TEXT),
            "yes", Set.of(Term.Type.YES_NO),
            "no", Set.of(Term.Type.YES_NO),
            "isNot", Set.of(Term.Type.NUMBER, Term.Type.TEXT),
            "isMissing", Set.of(Term.Type.values()));

    private final String file;
    private final Vocabulary vocabulary;
    private final List<String> problems = new ArrayList<>();
    private final List<Guardrail> guardrails = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    GuardrailFile(String file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    List<String> problems() {
        return problems;
    }

    List<Guardrail> guardrails() {
        return guardrails;
    }

    /** The names of the rules in a text; none when Drools cannot read it. */
    static List<String> names(String drl) {
        try {
            PackageDescr parsed = new DrlParser().parse(false, drl);
            return parsed == null
                    ? List.of()
                    : parsed.getRules().stream().map(RuleDescr::getName).toList();
        } catch (DroolsParserException e) {
            return List.of();
        }
    }

    void read(String drl) {
        DrlParser parser = new DrlParser();
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, drl);
        } catch (DroolsParserException e) {
            problem(1, "Drools cannot read it: " + e.getMessage());
            return;
        }
        for (DroolsError error : parser.getErrors()) {
            problem(
                    error.getLines().length == 0 ? 1 : error.getLines()[0],
                    "Drools cannot read it: " + error.getMessage());
        }
        if (parsed == null || parser.hasErrors()) {
            return;
        }
        declarations(parsed);
        parsed.getRules().forEach(this::rule);
    }

    private void declarations(PackageDescr parsed) {
        List<BaseDescr> others = new ArrayList<>();
        others.addAll(parsed.getFunctions());
        others.addAll(parsed.getFunctionImports());
        others.addAll(parsed.getAccumulateImports());
        others.addAll(parsed.getGlobals());
        others.addAll(parsed.getAttributes());
        others.addAll(parsed.getClassAndEnumDeclarationDescrs());
        others.addAll(parsed.getEntryPointDeclarations());
        others.addAll(parsed.getWindowDeclarations());
        others.forEach(
                other -> problem(other.getLine(), "A guardrail file holds rules only, found " + kind(other) + "."));
        parsed.getImports().stream()
                .filter(imported -> !imported.getTarget().equals(Customer.class.getName()))
                .forEach(imported -> problem(
                        imported.getLine(),
                        "The only import is " + Customer.class.getName() + ", found " + imported.getTarget() + "."));
        if (parsed.getRules().isEmpty()) {
            problem(1, "There is no rule in it.");
        }
    }

    private void rule(RuleDescr rule) {
        String name = rule.getName();
        int line = rule.getLine();
        if (!NAME.matcher(name).matches()) {
            problem(
                    line,
                    "The rule name \"" + name
                            + "\" is not made of letters, digits and underscores, beginning with a letter.");
        }
        if (lines.put(name, line) != null) {
            problem(line, "The rule " + name + " stands twice in the file.");
        }
        if (rule.isQuery() || rule.hasParent() || !rule.getAttributes().isEmpty()) {
            problem(line, "The rule " + name + " must be a plain rule without attributes such as salience or enabled.");
        }
        if (!String.valueOf(rule.getConsequence()).isBlank()
                || !rule.getNamedConsequences().isEmpty()) {
            problem(line, "The then of rule " + name + " must be empty: a guardrail only says whether it holds.");
        }
        Set<String> terms = new LinkedHashSet<>();
        List<? extends BaseDescr> conditions = rule.getLhs().getDescrs();
        if (conditions.size() == 1 && isCustomer(conditions.get(0))) {
            PatternDescr pattern = (PatternDescr) conditions.get(0);
            pattern.getConstraint().getDescrs().forEach(constraint -> constraint((BaseDescr) constraint, rule, terms));
        } else {
            problem(line, "The when of rule " + name + " must be exactly one pattern Customer( … ).");
        }
        AnnotationDescr sentence = rule.getAnnotation("sentence");
        String words =
                sentence == null ? name.replace('_', ' ') : AnnotationDescr.unquote(sentence.getSingleValueAsString());
        guardrails.add(new Guardrail(name, file, line, words, terms));
    }

    private static boolean isCustomer(BaseDescr condition) {
        return condition instanceof PatternDescr pattern
                && (pattern.getObjectType().equals("Customer")
                        || pattern.getObjectType().equals(Customer.class.getName()))
                && pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty();
    }

    private void constraint(BaseDescr constraint, RuleDescr rule, Set<String> terms) {
        int line = constraint.getLine() > 0 ? constraint.getLine() : rule.getLine();
        String text = String.valueOf(constraint);
        String bare = STRING.matcher(text)
                .replaceAll(match -> "\"" + "_".repeat(match.group().length() - 2) + "\"");
        if (NOT_EQUAL.matcher(bare).find()) {
            problem(
                    line,
                    "A customer whose value is missing would pass != and not."
                            + "\nMaybe write isNot(\"term\", value), or != null to ask whether the value is known.");
        }
        if (JAVA.matcher(bare).find()) {
            problem(
                    line,
                    "Only comparisons of " + METHODS.keySet().stream().sorted().toList()
                            + " with constants are allowed, found " + text + ".");
        }
        Matcher call = CALL.matcher(bare);
        while (call.find()) {
            call(call.group(1), text, call.end(), line, terms);
        }
    }

    private void call(String method, String text, int argument, int line, Set<String> terms) {
        if (method.equals("in")) {
            return;
        }
        Set<Term.Type> types = METHODS.get(method);
        if (types == null) {
            problem(
                    line,
                    "A customer cannot be asked " + method + "(…), only "
                            + METHODS.keySet().stream().sorted().toList() + "."
                            + Nearest.hint(method, METHODS.keySet()));
            return;
        }
        Matcher name = TERM.matcher(text);
        if (!name.find(argument)) {
            problem(line, method + "(…) needs the name of a term in double quotes.");
            return;
        }
        String term = name.group(1);
        terms.add(term);
        vocabulary
                .term(term)
                .ifPresentOrElse(
                        known -> {
                            if (!types.contains(known.type())) {
                                problem(
                                        line,
                                        "The term " + term + " is "
                                                + known.type().words() + " and cannot be read by " + method + "(…).");
                            }
                        },
                        () -> problem(line, "There is no term \"" + term + "\"." + vocabulary.hint(term)));
    }

    private static String kind(BaseDescr descr) {
        return descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
    }

    private void problem(int line, String message) {
        problems.add(file + ", line " + Math.max(1, line) + ": " + message);
    }
}
