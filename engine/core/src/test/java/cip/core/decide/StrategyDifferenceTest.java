package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
