package cip.core.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds everything that is wrong with a decision table before anybody runs it. Paths are of the table as JSON:
 * {@code /rows/2/when/0}, {@code /inputs/1}, empty = the whole table.
 */
public final class TableCheck {
    /** Most tests and values of a table in a strategy, and its most rows. */
    public static final int MOST_CELLS = 100_000;

    public static final int MOST_ROWS = 10_000;
    /** Pairs of tests compared, a second or two, before it is given up to prove that no two rows meet. */
    private static final long MOST_TESTS_COMPARED = 100_000_000;

    private static final int MOST_INPUTS = 40;
    private static final int MOST_OUTPUTS = 20;
    private static final int MOST_OVERLAPS = 20;
    /** Largest number of an output either side of zero, so that sums of rows stay exact enough to be numbers. */
    private static final double LARGEST_NUMBER = 1e15;

    private final DecisionTable table;
    private final Vocabulary vocabulary;
    private final List<Problem> found = new ArrayList<>();

    private TableCheck(DecisionTable table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    /** What keeps the table from being run; empty = nothing. @param vocabulary of its inputs */
    public static List<Problem> problems(DecisionTable table, Vocabulary vocabulary) {
        TableCheck check = new TableCheck(table, vocabulary);
        check.inputs();
        check.policy();
        for (int row = 0; row < table.rows().size(); row++) {
            check.row(row);
        }
        return check.found;
    }

    /**
     * What keeps it from being a part of a strategy, where each output is a term: the same, and that it gives one value of
     * one type to each customer, under names that nothing else has.
     *
     * @param vocabulary of its inputs
     * @param taken names of terms that its outputs cannot have
     */
    public static List<Problem> inStrategy(DecisionTable table, Vocabulary vocabulary, Set<String> taken) {
        TableCheck check = new TableCheck(table, vocabulary);
        check.sizes();
        check.names(taken);
        check.found.addAll(problems(table, vocabulary));
        check.types();
        check.oneValue();
        return check.found;
    }

    private void inputs() {
        for (int i = 0; i < table.inputs().size(); i++) {
            String input = table.inputs().get(i);
            if (vocabulary.term(input).isEmpty()) {
                add("/inputs/" + i, "There is no term \"" + input + "\"." + vocabulary.hint(input));
            }
        }
        if (table.outputs().isEmpty()) {
            add("/outputs", "It has no output.");
        }
    }

    private void policy() {
        Aggregation aggregation = table.aggregation();
        HitPolicy policy = table.hitPolicy();
        if (aggregation != null
                && (policy != HitPolicy.COLLECT || table.outputs().size() != 1)) {
            add("/hitPolicy", "Only a COLLECT table with one output can be aggregated by " + aggregation + ".");
        }
        if (policy.ranksOutputs()
                && table.outputs().stream().allMatch(output -> output.values().isEmpty())) {
            add("/hitPolicy", "The hit policy " + policy + " needs an output that lists its values by rank.");
        }
    }

    private void row(int number) {
        DecisionTable.Row row = table.rows().get(number);
        int inputs = table.inputs().size();
        int outputs = table.outputs().size();
        if (row.when().size() != inputs || row.then().size() != outputs) {
            inRow(
                    number,
                    "",
                    "It has " + row.when().size() + " tests and " + row.then().size() + " values for " + inputs
                            + " inputs and " + outputs + " outputs.");
            return;
        }
        for (int i = 0; i < inputs; i++) {
            if (vocabulary.term(table.inputs().get(i)).isPresent()) {
                for (Problem problem : ConditionCheck.problems(row.when().get(i), vocabulary, Set.of())) {
                    inRow(number, "/when/" + i, problem.message());
                }
            }
        }
        for (int i = 0; i < outputs; i++) {
            DecisionTable.Output output = table.outputs().get(i);
            Literal value = row.then().get(i);
            if (!output.values().isEmpty() && !output.values().contains(value)) {
                inRow(
                        number,
                        "/then/" + i,
                        "The output " + output.name() + " cannot be " + value.plain() + ", only "
                                + output.values().stream().map(Literal::plain).toList() + ".");
            }
            Aggregation aggregation = table.aggregation();
            boolean adds = aggregation != null && aggregation != Aggregation.COUNT;
            if (adds && !(value instanceof Literal.OfNumber)) {
                inRow(
                        number,
                        "/then/" + i,
                        "The aggregation " + aggregation + " needs numbers, found " + value.plain() + ".");
            }
        }
    }

    private void sizes() {
        atMost(table.rows().size(), MOST_ROWS, "rows");
        atMost(table.inputs().size(), MOST_INPUTS, "inputs");
        atMost(table.outputs().size(), MOST_OUTPUTS, "outputs");
        long cells = (long) table.rows().size()
                * (table.inputs().size() + table.outputs().size());
        if (table.rows().size() <= MOST_ROWS && cells > MOST_CELLS) {
            add("/rows", "It has " + cells + " cells, at most " + MOST_CELLS + " are allowed.");
        }
    }

    private void atMost(int found, int most, String what) {
        if (found > most) {
            add("/" + what, "It has " + found + " " + what + ", at most " + most + " are allowed.");
        }
    }

    private void names(Set<String> taken) {
        if (!table.name().matches("[a-z][a-z0-9_]{0,62}")) {
            add("", "Its name is not made of lower-case letters, digits and underscores.");
        }
        if (table.label().isBlank()) {
            add("", "It has no label.");
        }
        Set<String> own = new HashSet<>();
        for (int i = 0; i < table.outputs().size(); i++) {
            DecisionTable.Output output = table.outputs().get(i);
            String place = "/outputs/" + i;
            if (!Term.isName(output.name())) {
                add(
                        place,
                        "The output name \"" + output.name()
                                + "\" is not made of letters, digits and underscores, beginning with a letter.");
            } else if (taken.contains(output.name()) || !own.add(output.name())) {
                add(
                        place,
                        "The output " + output.name()
                                + " has the name of another term.\nMaybe put the table's name before it.");
            }
            if (output.label().isBlank()) {
                add(place, "The output " + output.name() + " has no label.");
            }
        }
    }

    private void types() {
        for (int i = 0; i < table.outputs().size(); i++) {
            DecisionTable.Output output = table.outputs().get(i);
            Term.Type type = TableTerms.type(table, i);
            Literal ifNoneHolds = output.ifNoneHolds();
            boolean declared = output.values().stream().allMatch(value -> TableTerms.type(value) == type)
                    && (ifNoneHolds == null || TableTerms.type(ifNoneHolds) == type);
            if (!declared) {
                add(
                        "/outputs/" + i,
                        "The values of the output " + output.name() + " are not all " + type.words() + ".");
            }
            if (ifNoneHolds != null
                    && !output.values().isEmpty()
                    && !output.values().contains(ifNoneHolds)) {
                add(
                        "/outputs/" + i,
                        "The output " + output.name() + " is " + ifNoneHolds.plain()
                                + " if no row holds, which is none of its values.");
            }
            for (int row = 0; row < table.rows().size(); row++) {
                List<Literal> then = table.rows().get(row).then();
                if (i < then.size()
                        && then.get(i) instanceof Literal.OfNumber number
                        && Math.abs(number.value()) > LARGEST_NUMBER) {
                    inRow(row, "/then/" + i, "The output " + output.name() + " lies outside -1e15 to 1e15.");
                }
                if (i < then.size() && TableTerms.type(then.get(i)) != type && declared) {
                    inRow(
                            row,
                            "/then/" + i,
                            "The output " + output.name() + " is " + type.words() + ", found "
                                    + then.get(i).plain() + ".");
                }
            }
        }
        long defaults = table.outputs().stream()
                .filter(output -> output.ifNoneHolds() != null)
                .count();
        if (defaults > 0 && defaults < table.outputs().size()) {
            add("/outputs", "Some outputs say what they are if no row holds and others do not.");
        }
    }

    /** Tables in a strategy give one value; that no two rows contradict each other is proven, not hoped for. */
    private void oneValue() {
        switch (table.hitPolicy()) {
            case FIRST, PRIORITY -> {}
            case COLLECT -> {
                if (table.aggregation() == null) {
                    severalValues();
                }
            }
            case RULE_ORDER, OUTPUT_ORDER -> severalValues();
            case UNIQUE, ANY -> {
                if (found.isEmpty()) {
                    overlaps();
                }
            }
        }
    }

    private void severalValues() {
        add(
                "/hitPolicy",
                "In a strategy a table has to give one value, and " + table.hitPolicy()
                        + " gives a list.\nMaybe FIRST was meant, or COLLECT with an aggregation.");
    }

    private void overlaps() {
        TableBoxes boxes = TableBoxes.of(table, vocabulary);
        for (int row = 1; row < table.rows().size() && found.size() < MOST_OVERLAPS; row++) {
            int later = row;
            if (boxes.testsCompared() > MOST_TESTS_COMPARED) {
                inRow(
                        later,
                        "",
                        "It takes too long to prove that this row and those below hold together with no other, as hit policy "
                                + table.hitPolicy() + " needs.\nMaybe the table should be FIRST, or be cut in two.");
                return;
            }
            Optional<Integer> earlier = boxes.overlapping(
                    later,
                    other -> table.hitPolicy() == HitPolicy.UNIQUE
                            || !table.rows()
                                    .get(other)
                                    .then()
                                    .equals(table.rows().get(later).then()));
            earlier.ifPresent(other -> inRow(
                    later,
                    "",
                    "Row " + (other + 1) + " and this one hold for the same customer, "
                            + (table.hitPolicy() == HitPolicy.UNIQUE
                                    ? "of which only one may"
                                    : "which must agree but have different outputs")
                            + " under hit policy " + table.hitPolicy() + ": " + boxes.meeting(other, later)
                            + ".\nMaybe a test of one of these rows is too wide, or the table should be FIRST."));
        }
    }

    private void inRow(int row, String path, String message) {
        add("/rows/" + row + path, "Row " + (row + 1) + ": " + message);
    }

    private void add(String path, String message) {
        found.add(new Problem(path, message));
    }
}
