package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every decision table. */
class TableLawsTest {
    private static final Vocabulary VOCABULARY = GeneratedTables.vocabulary();
    private static final int TABLES = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void columnsGiveWhatDroolsGivesToEachCustomer(long seed) {
        for (DecisionTable table : tables(seed)) {
            assertThat(TableCheck.problems(table, VOCABULARY)).as("%s", table).isEmpty();
            CompiledTable compiled = CompiledTable.compile(table, VOCABULARY);
            FeatureMatrix customers =
                    BoundaryCustomers.generate(VOCABULARY, compiled.rules().rules(), seed, 300);
            TableValues values = TableValues.of(
                    table,
                    ConditionColumns.matching(table.conditions(), customers, Guardrails.none()),
                    customers.rows());
            assertThat(said(values.columns(), table, customers.rows()))
                    .as("%s", table)
                    .isEqualTo(said(compiled.decide(customers), table));
            TableValues byDrools = TableValues.of(table, compiled.rules().match(customers), customers.rows());
            assertThat(said(byDrools.columns(), table, customers.rows()))
                    .isEqualTo(said(values.columns(), table, customers.rows()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void oneCustomerAloneGetsWhatTheyGetAmongOthers(long seed) {
        for (DecisionTable table : tables(seed)) {
            CompiledTable compiled = CompiledTable.compile(table, VOCABULARY);
            FeatureMatrix customers =
                    BoundaryCustomers.generate(VOCABULARY, compiled.rules().rules(), seed, 20);
            List<BitSet> held = compiled.rules().match(customers);
            TableValues together = TableValues.of(table, held, customers.rows());
            for (int row = 0; row < 20; row++) {
                int customer = row;
                List<BitSet> alone = held.stream()
                        .map(rows -> rows.get(customer, customer + 1))
                        .toList();
                TableValues single = TableValues.of(table, alone, 1);
                assertThat(said(single.columns(), table, 1).get(0))
                        .isEqualTo(said(together.columns(), table, customers.rows())
                                .get(customer));
                assertThat(single.counting(0)).isEqualTo(together.counting(customer));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void boxesSayWhatTheSearchForACustomerSays(long seed) {
        for (DecisionTable table : tables(seed)) {
            TableBoxes boxes = TableBoxes.of(table, VOCABULARY);
            List<Condition> rows = table.conditions();
            for (int row = 0; row < rows.size(); row++) {
                int own = row;
                assertThat(boxes.isImpossible(row)).isEqualTo(isImpossible(rows.get(row)));
                for (int above = 0; above < row; above++) {
                    int other = above;
                    assertThat(boxes.overlapping(row, asked -> asked == other).isEmpty())
                            .as("rows %d and %d of %s", above, row, table)
                            .isEqualTo(isImpossible(Condition.all(rows.get(above), rows.get(row))));
                }
                List<Integer> above = IntStream.range(0, row).boxed().toList();
                assertThat(boxes.isCovered(row, above))
                        .as("row %d of %s", row, table)
                        .isEqualTo(!isImpossible(rows.get(own))
                                && Satisfiability.implies(
                                        rows.get(own), new Condition.Any(rows.subList(0, own)), VOCABULARY));
            }
            assertThat(boxes.gap().isEmpty()).isEqualTo(isImpossible(Condition.not(new Condition.Any(rows))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void jsonReadsBackAsTheSameTable(long seed) {
        for (DecisionTable table : tables(seed)) {
            assertThat(DecisionTableJson.read(DecisionTableJson.write(table))).isEqualTo(table);
        }
    }

    private static boolean isImpossible(Condition condition) {
        return Satisfiability.of(condition, VOCABULARY).isImpossible();
    }

    private static List<DecisionTable> tables(long seed) {
        GeneratedTables generated = new GeneratedTables(seed);
        return IntStream.range(0, TABLES)
                .mapToObj(number -> generated.next("t" + number))
                .toList();
    }

    private static List<List<String>> said(List<FeatureColumn> columns, DecisionTable table, int customers) {
        List<List<String>> said = new ArrayList<>();
        for (int row = 0; row < customers; row++) {
            List<String> values = new ArrayList<>();
            for (int output = 0; output < table.outputs().size(); output++) {
                FeatureColumn column = columns.get(output);
                values.add(
                        column instanceof TextColumn text
                                ? String.valueOf(text.values()[row])
                                : String.valueOf(((NumberColumn) column).values()[row] + 0.0));
            }
            said.add(values);
        }
        return said;
    }

    private static List<List<String>> said(List<List<Map<String, Literal>>> answers, DecisionTable table) {
        List<List<String>> said = new ArrayList<>();
        for (List<Map<String, Literal>> answer : answers) {
            List<String> values = new ArrayList<>();
            for (int output = 0; output < table.outputs().size(); output++) {
                boolean text = TableTerms.type(table, output) == Term.Type.TEXT;
                Literal literal = answer.isEmpty()
                        ? new Literal.Nothing()
                        : answer.get(0).get(table.outputs().get(output).name());
                if (literal instanceof Literal.OfText words) {
                    values.add(words.value());
                } else if (literal instanceof Literal.OfYesNo yesNo) {
                    values.add(yesNo.value() ? "1.0" : "0.0");
                } else if (literal instanceof Literal.OfNumber number) {
                    values.add(String.valueOf(number.value() + 0.0));
                } else {
                    values.add(text ? "null" : "NaN");
                }
            }
            said.add(values);
        }
        return said;
    }
}
