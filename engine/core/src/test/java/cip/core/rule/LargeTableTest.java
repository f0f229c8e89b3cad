package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables of as many cells as a strategy may have. */
class LargeTableTest {
    private static final Vocabulary WORDS = new Vocabulary(List.of(
            Term.number("amount", "Amount", "EUR", Term.Origin.ATTRIBUTE),
            Term.text("region", "Region", List.of("North", "South"), Term.Origin.ATTRIBUTE)));

    @Test
    void thatNoTwoOfFiveThousandRowsMeetIsProven() {
        DecisionTable table = table(5_000, 19, HitPolicy.UNIQUE);
        assertThat(problems(table)).isEmpty();
        TableBoxes boxes = TableBoxes.of(table, WORDS);
        assertThat(boxes.isCovered(4_999, positions(4_999))).isFalse();
        assertThat(boxes.gaveUp()).isFalse();
    }

    @Test
    void theOneRowOfThousandsThatMeetsAnotherIsNamed() {
        DecisionTable apart = table(5_000, 19, HitPolicy.UNIQUE);
        List<DecisionTable.Row> rows = new ArrayList<>(apart.rows());
        rows.set(4_000, row("[120..121)", 19));
        assertThat(problems(new DecisionTable(
                        "large", "Large", HitPolicy.UNIQUE, null, apart.inputs(), apart.outputs(), rows)))
                .extracting(Problem::path)
                .containsExactly("/rows/4000");
    }

    @Test
    void aHundredThousandCellsAreAllowedAndNotOneRowMore() {
        assertThat(problems(table(5_000, 19, HitPolicy.FIRST))).isEmpty();
        assertThat(problems(table(10_000, 9, HitPolicy.FIRST))).isEmpty();
        assertThat(problems(table(5_001, 19, HitPolicy.FIRST)))
                .extracting(Problem::message)
                .containsExactly("It has 100020 cells, at most 100000 are allowed.");
        assertThat(problems(table(10_001, 1, HitPolicy.FIRST)))
                .extracting(Problem::message)
                .containsExactly("It has 10001 rows, at most 10000 are allowed.");
    }

    private static List<Problem> problems(DecisionTable table) {
        return TableCheck.inStrategy(table, WORDS, Set.of());
    }

    private static List<Integer> positions(int count) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(i);
        }
        return positions;
    }

    /** Each row takes in another euro. */
    private static DecisionTable table(int rows, int inputs, HitPolicy policy) {
        List<String> names = new ArrayList<>(Collections.nCopies(inputs, "region"));
        names.set(0, "amount");
        List<DecisionTable.Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(row("[" + i + ".." + (i + 1) + ")", inputs));
        }
        List<DecisionTable.Output> outputs = List.of(new DecisionTable.Output("level", "Level", List.of(), null));
        return new DecisionTable("large", "Large", policy, null, names, outputs, all);
    }

    private static DecisionTable.Row row(String amount, int inputs) {
        List<Condition> when = new ArrayList<>(Collections.nCopies(inputs, Condition.everyone()));
        when.set(0, UnaryTests.parse(amount, "amount"));
        return new DecisionTable.Row(when, List.of(new Literal.OfText("high")));
    }
}
