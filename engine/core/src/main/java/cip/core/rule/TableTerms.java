package cip.core.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the outputs of a decision table are to conditions that speak of them: terms. */
public final class TableTerms {
    private TableTerms() {}

    /**
     * One term for each output that has a name a term can have; who reads a personal input is personal.
     *
     * @param inputs what the table reads
     */
    public static List<Term> of(DecisionTable table, Vocabulary inputs) {
        boolean personal = table.inputs().stream()
                .flatMap(input -> inputs.term(input).stream())
                .anyMatch(Term::personal);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < table.outputs().size(); i++) {
            DecisionTable.Output output = table.outputs().get(i);
            if (Term.isName(output.name())) {
                Term term = new Term(
                        output.name(),
                        output.label(),
                        type(table, i),
                        "",
                        null,
                        null,
                        texts(table, i),
                        "Given by the decision table " + table.label() + ".",
                        Term.Origin.TABLE);
                terms.add(personal ? term.asPersonal() : term);
            }
        }
        return terms;
    }

    /** The type of what an output says first; counts are numbers. */
    static Term.Type type(DecisionTable table, int output) {
        return table.aggregation() == Aggregation.COUNT
                ? Term.Type.NUMBER
                : literals(table, output).findFirst().map(TableTerms::type).orElse(Term.Type.TEXT);
    }

    static Term.Type type(Literal literal) {
        if (literal instanceof Literal.OfNumber) {
            return Term.Type.NUMBER;
        }
        return literal instanceof Literal.OfYesNo ? Term.Type.YES_NO : Term.Type.TEXT;
    }

    /** The only texts it can be; empty = it is none or any. */
    private static List<String> texts(DecisionTable table, int output) {
        Set<String> texts = new LinkedHashSet<>();
        literals(table, output).forEach(literal -> {
            if (literal instanceof Literal.OfText text) {
                texts.add(text.value());
            }
        });
        return type(table, output) == Term.Type.TEXT ? List.copyOf(texts) : List.of();
    }

    /** What an output can be: its declared values, what it is if no row holds, what the rows say. */
    private static Stream<Literal> literals(DecisionTable table, int output) {
        DecisionTable.Output declared = table.outputs().get(output);
        Stream<Literal> said = Stream.concat(
                Stream.ofNullable(declared.ifNoneHolds()),
                table.rows().stream().filter(row -> output < row.then().size()).map(row -> row.then()
                        .get(output)));
        return Stream.concat(declared.values().stream(), said);
    }
}
