package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingRowsTest {
    private static final Vocabulary VOCABULARY = GeneratedTables.vocabulary();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aProposedRowFitsAsManyAsItSaysAndMeetsNoRowThatIsThere(long seed) {
        GeneratedTables generated = new GeneratedTables(seed);
        int proposed = 0;
        for (int i = 0; i < 40; i++) {
            DecisionTable table = generated.table("t", HitPolicy.FIRST, null);
            FeatureMatrix customers = BoundaryCustomers.generate(
                    VOCABULARY, CompiledTable.compile(table, VOCABULARY).rules().rules(), seed, 300);
            BitSet none = none(table, customers);
            if (none.isEmpty()) {
                continue;
            }
            MissingRows.Proposed found = MissingRows.of(table, VOCABULARY, customers, none);
            assertThat(found.rows().size() + found.unwritten().size())
                    .as("%s", table)
                    .isPositive();
            DecisionTable grown = table;
            for (MissingRows.ProposedRow row : found.rows()) {
                BitSet before = none(grown, customers);
                grown = with(grown, row);
                TableBoxes boxes = TableBoxes.of(grown, VOCABULARY);
                int last = grown.rows().size() - 1;
                assertThat(boxes.overlapping(last, other -> true))
                        .as("%s in %s", row, table)
                        .isEmpty();
                assertThat(boxes.isImpossible(last)).isFalse();
                assertThat(before.cardinality() - none(grown, customers).cardinality())
                        .as("%s in %s", row, table)
                        .isEqualTo(row.customers())
                        .isPositive();
                proposed++;
            }
        }
        assertThat(proposed).isGreaterThan(20);
    }

    @Test
    void theGapBetweenTwoRangesIsOneRow() {
        DecisionTable table = table(">=0.6", "-", "<0.3", "-");
        FeatureMatrix customers = customers(new double[] {0.2, 0.3, 0.45, 0.59, 0.7}, "a", "a", "b", "b", "b");

        MissingRows.Proposed found = MissingRows.of(table, VOCABULARY, customers, none(table, customers));

        assertThat(found.unwritten()).isEmpty();
        assertThat(found.rows()).singleElement().satisfies(row -> {
            assertThat(row.when()).containsExactly("[0.3..0.6)", "-");
            assertThat(row.customers()).isEqualTo(3);
            assertThat(row.then()).containsExactly(new Literal.OfText("first"));
            assertThat(row.sentence()).startsWith("When churn risk is at least 30%");
        });
    }

    @Test
    void theRowThatFitsMostComesFirst() {
        DecisionTable table = table("-", "\"a\"", ">=0.5", "\"b\"");
        FeatureMatrix customers =
                customers(new double[] {0.2, 0.3, 0.9, 0.9, 0.9, 0.1}, "b", "b", "c, d", "c, d", "c, d", "a");

        MissingRows.Proposed found = MissingRows.of(table, VOCABULARY, customers, none(table, customers));

        assertThat(found.rows()).extracting(MissingRows.ProposedRow::customers).containsExactly(3, 2);
        assertThat(found.rows().get(0).when()).containsExactly("-", "\"c, d\"");
        assertThat(found.rows().get(1).when()).containsExactly("<0.5", "\"b\"");
    }

    @Test
    void whoHasNoValueCannotBeAskedForAndThatIsSaid() {
        DecisionTable table = table(">=0.5", "-", "<0.5", "-");
        FeatureMatrix customers = customers(new double[] {0.2, Double.NaN}, "a", "a");

        MissingRows.Proposed found = MissingRows.of(table, VOCABULARY, customers, none(table, customers));

        assertThat(found.rows()).isEmpty();
        assertThat(found.unwritten())
                .singleElement()
                .asString()
                .contains("no value of Churn risk", "only \"-\" lets pass", "meet row 1 too");
    }

    private static BitSet none(DecisionTable table, FeatureMatrix customers) {
        return TableValues.of(
                        table,
                        ConditionColumns.matching(table.conditions(), customers, Guardrails.none()),
                        customers.rows())
                .none();
    }

    private static DecisionTable with(DecisionTable table, MissingRows.ProposedRow row) {
        List<Condition> when = IntStream.range(0, table.inputs().size())
                .mapToObj(
                        i -> UnaryTests.parse(row.when().get(i), table.inputs().get(i)))
                .toList();
        List<DecisionTable.Row> rows = new ArrayList<>(table.rows());
        rows.add(new DecisionTable.Row(when, row.then()));
        return new DecisionTable(
                table.name(),
                table.label(),
                table.hitPolicy(),
                table.aggregation(),
                table.inputs(),
                table.outputs(),
                rows);
    }

    private static DecisionTable table(String... cells) {
        List<String> inputs = List.of("churn_risk", "note");
        List<DecisionTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            rows.add(new DecisionTable.Row(
                    List.of(UnaryTests.parse(cells[i], "churn_risk"), UnaryTests.parse(cells[i + 1], "note")),
                    List.of(new Literal.OfText(i == 0 ? "first" : "second"))));
        }
        return new DecisionTable(
                "care",
                "Care",
                HitPolicy.FIRST,
                null,
                inputs,
                List.of(new DecisionTable.Output("level", "Level", List.of(), null)),
                rows);
    }

    private static FeatureMatrix customers(double[] risks, String... notes) {
        return new FeatureMatrix(
                risks.length, List.of(new NumberColumn("churn_risk", risks), new TextColumn("note", notes)));
    }
}
