package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cip.core.rule.DecisionTable;
import cip.core.rule.DecisionTableJson;
import cip.core.rule.GeneratedTables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyDifferenceTest {
    @Test
    void aStrategyDoesNotDifferFromItself() {
        assertThat(changes(document -> {})).isEmpty();
    }

    @Test
    void aThresholdIsSaidInWordsBeforeAndAfter() {
        assertThat(changes(document -> at(document, "/segments/segments/1/when").put("value", 0.55)))
                .containsExactly(new StrategyChange(
                        "segments/leaving/condition",
                        "Segment Leaving",
                        "condition",
                        "Churn_risk is at least 60%",
                        "Churn_risk is at least 55%"));
    }

    @Test
    void aChangeTooSmallForTheWordsIsSaidExactly() {
        assertThat(changes(document -> at(document, "/segments/segments/1/when").put("value", 0.6000001)))
                .singleElement()
                .satisfies(change -> assertThat(change.before()).isNotEqualTo(change.after()));
    }

    @Test
    void aSegmentMovedUpIsOneMoveAndNotThree() {
        assertThat(changes(document -> {
                    ArrayNode segments = (ArrayNode) document.at("/segments/segments");
                    segments.insert(0, segments.remove(2));
                }))
                .containsExactly(
                        new StrategyChange("segments/quiet/place", "Segment Quiet", "place", "3 of 3", "1 of 3"));
    }

    @Test
    void whatIsNewAndWhatIsGoneIsSaidWhole() {
        List<StrategyChange> changes = changes(document -> {
            ((ArrayNode) document.at("/actions/actions")).remove(2);
            ((ArrayNode) document.at("/engagement/rules")).remove(2);
            ObjectNode added = at(document, "/segments/segments/0").deepCopy();
            ((ArrayNode) document.at("/segments/segments"))
                    .insert(1, added.put("id", "rich").put("label", "Rich"));
        });

        assertThat(changes)
                .extracting(StrategyChange::place)
                .containsExactly("segments/rich", "actions/brochure", "engagement/brochure");
        assertThat(changes.get(0).before()).isEmpty();
        assertThat(changes.get(0).after()).contains("condition: Clv is at least €500", "label: Rich");
        assertThat(changes.get(1).after()).isEmpty();
        assertThat(changes.get(1).before()).contains("name: Brochure");
        assertThat(changes.get(2).subject()).isEqualTo("Who may get Brochure");
    }

    /** Whatever changes the hash is said: nothing goes live unseen. */
    @ParameterizedTest
    @CsvSource({
        "/segments/segments/0, label, Dear ones",
        "/segments/segments/0, color, #112233",
        "/segments/segments/0, description, Worth most",
        "/segments, otherwise, valuable",
        "/actions, fallback, bundle",
        "/actions/actions/0, name, Come back",
        "/actions/actions/0, description, A voucher",
        "/actions/actions/0, kind, OFFER",
        "/actions/actions/0, channel, SHOP",
        "/actions/actions/0, priority, 3",
        "/actions/actions/0, propensity, 0.25",
        "/actions/actions/0, cost, 2",
        "/actions/actions/0, lever, 1.5",
        "/actions/actions/0, validDays, 31",
        "/actions/actions/0/value, coefficient, 1.25",
        "/actions/channels/0, label, Mail",
        "/actions/channels/0, consent, ''",
        "/actions/channels/1, weight, 0.75",
        "/holdout, share, 0.2",
        "/holdout, salt, other",
        "/models/models/0, version, 2",
        "/models/models/0, label, Lifetime value",
        "/features/features/0, label, Income per year",
        "/features/features/0, description, Other words",
        "/featureReference, customers, 7"
    })
    void everyFieldThatChangesTheHashIsSaid(String place, String field, String value) {
        assertThat(changes(document -> set(at(document, place), field, value))).hasSize(1);
    }

    @Test
    void anotherThresholdInATableIsSaidByItsRowAndTest() {
        assertThat(tableChanges(table -> cell(table, "/rows/2/when", 0, ">=0.5")))
                .containsExactly(new StrategyChange(
                        "tables/care/rows/2/when/0",
                        "Table Care level, row 3",
                        "churn_risk",
                        "is at least 30%",
                        "is at least 50%"));
    }

    @Test
    void aRowPutBetweenOthersIsOneNewRow() {
        assertThat(tableChanges(table ->
                        rows(table).insert(1, SmallStrategy.json("{\"when\":[\"-\",\"\\\"East\\\"\"],\"then\":[2]}"))))
                .containsExactly(new StrategyChange(
                        "tables/care/rows/1",
                        "Table Care level, row 2",
                        "",
                        "",
                        "When region is East, then calls a year is 2."));
    }

    @Test
    void aRowThatIsGoneAndOneThatMovedAreSaidAsThat() {
        assertThat(tableChanges(table -> rows(table).remove(0)))
                .extracting(StrategyChange::place, StrategyChange::after)
                .containsExactly(tuple("tables/care/rows/0", ""));
        assertThat(tableChanges(table -> rows(table).add(rows(table).remove(0))))
                .containsExactly(new StrategyChange(
                        "tables/care/rows/3/place", "Table Care level, row 4", "place", "1 of 4", "4 of 4"));
    }

    @Test
    void aTermThatIsTestedInTwoColumnsIsComparedColumnByColumn() {
        assertThat(tableChanges(table -> {
                    ((ArrayNode) table.get("inputs")).set(1, "churn_risk");
                    rows(table).forEach(row -> ((ArrayNode) row.get("when")).set(1, "<0.95"));
                }))
                .isNotEmpty();
        JsonNode twice = SmallStrategy.json(
                """
                {"name":"care","label":"Care level","hitPolicy":"COLLECT","aggregation":"SUM","inputs":["age","age"],
                 "outputs":[{"name":"calls","label":"Calls"}],"rows":[{"when":[">18","<65"],"then":[9]}]}""");
        Strategy before = with(DecisionTableJson.read(twice));
        cell(twice, "/rows/0/when", 1, ">18");
        assertThat(StrategyDifference.of(before, with(DecisionTableJson.read(twice)), SmallStrategy.SCHEMA))
                .extracting(StrategyChange::place, StrategyChange::before, StrategyChange::after)
                .containsExactly(tuple("tables/care/rows/0/when/1", "is below 65", "is above 18"));
    }

    /** Whatever in a table changes the hash is said: nothing goes live unseen. */
    @Test
    void everyChangeOfATableThatChangesTheHashIsSaid() {
        for (long seed = 1; seed <= 300; seed++) {
            DecisionTable before = new GeneratedTables(seed).next("t");
            DecisionTable after = new GeneratedTables(seed + seed % 7).next("t");
            List<StrategyChange> changes = StrategyDifference.of(with(before), with(after), SmallStrategy.SCHEMA);
            assertThat(changes.isEmpty()).as("%s%n%s", before, after).isEqualTo(before.equals(after));
            for (int row = 0; row < before.rows().size(); row++) {
                List<DecisionTable.Row> fewer = new ArrayList<>(before.rows());
                fewer.remove(row);
                assertThat(StrategyDifference.of(with(before), with(rows(before, fewer)), SmallStrategy.SCHEMA))
                        .hasSize(1);
            }
        }
        List<StrategyChange> whole =
                StrategyDifference.of(with(), with(new GeneratedTables(1).next("t")), SmallStrategy.SCHEMA);
        assertThat(whole).extracting(StrategyChange::place).containsExactly("tables/t");
    }

    private static DecisionTable rows(DecisionTable table, List<DecisionTable.Row> rows) {
        return new DecisionTable(
                table.name(),
                table.label(),
                table.hitPolicy(),
                table.aggregation(),
                table.inputs(),
                table.outputs(),
                rows);
    }

    private static Strategy with(DecisionTable... tables) {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ArrayNode part = document.putArray("tables");
        List.of(tables).forEach(table -> part.add(DecisionTableJson.write(table)));
        return StrategyJson.read(document);
    }

    private static List<StrategyChange> tableChanges(Consumer<JsonNode> change) {
        JsonNode table = SmallStrategy.json(
                """
                {"name":"care","label":"Care level","hitPolicy":"FIRST","inputs":["churn_risk","region"],
                 "outputs":[{"name":"care_calls","label":"Calls a year"}],
                 "rows":[{"when":[">=0.9","-"],"then":[9]},{"when":[">=0.6","\\"West\\",\\"South\\""],"then":[4]},
                         {"when":[">=0.3","-"],"then":[1]},{"when":["-","\\"North\\""],"then":[0]}]}""");
        Strategy before = with(DecisionTableJson.read(table));
        change.accept(table);
        return StrategyDifference.of(before, with(DecisionTableJson.read(table)), SmallStrategy.SCHEMA);
    }

    private static ArrayNode rows(JsonNode table) {
        return (ArrayNode) table.get("rows");
    }

    private static void cell(JsonNode table, String row, int position, String text) {
        ((ArrayNode) table.at(row)).set(position, text);
    }

    private static void set(ObjectNode object, String field, String value) {
        if (object.get(field).isTextual()) {
            object.put(field, value);
        } else if (object.get(field).isIntegralNumber() && !value.contains(".")) {
            object.put(field, Integer.parseInt(value));
        } else {
            object.put(field, Double.parseDouble(value));
        }
    }

    private static List<StrategyChange> changes(Consumer<JsonNode> change) {
        JsonNode document = SmallStrategy.document();
        Strategy before = StrategyJson.read(document);
        change.accept(document);
        return StrategyDifference.of(before, StrategyJson.read(document), SmallStrategy.SCHEMA);
    }

    private static ObjectNode at(JsonNode document, String place) {
        return (ObjectNode) document.at(place);
    }
}
