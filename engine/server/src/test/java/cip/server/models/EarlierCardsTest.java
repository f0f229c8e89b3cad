package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cip.server.models.ModelCard.Origin;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.server.models.ModelEvidence.Finding;
import cip.server.models.ModelEvidence.Table;
import cip.server.models.ModelEvidence.TimeCut;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards as they lie in models folders and databases from before, without members for what their sentences say. */
class EarlierCardsTest {
    private static final String OWN = "own customers as of 2025-06-30, at most 200000";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                OWN + " | OWN_CUSTOMERS | false",
                OWN + ", a fifth held back to meet the champion on | OWN_CUSTOMERS | true",
                "synthetic retailer, 20000 customers and 855 guests, seed 20250630 | SYNTHETIC | false",
                "not stated | ELSEWHERE | false"
            })
    void whereTheRowsCameFromIsReadFromTheSource(String source, Origin origin, boolean heldBack) {
        ModelCard.Data data = ModelCard.parse(card(source, "")).data();

        assertThat(data.source()).isEqualTo(source);
        assertThat(data.origin()).isEqualTo(origin);
        assertThat(data.heldBack()).isEqualTo(heldBack);
    }

    @Test
    void aLeakIsMeasuredWhenItsSentenceComparesAndSuspectedOtherwise() {
        ModelCard card = ModelCard.parse(
                card(
                        OWN,
                        """
                {"findings": [
                  {"kind": "TIME_LEAK", "text": "With attributes as they are today R² is 0.98, without them 0.61: some.",
                   "features": ["points"]},
                  {"kind": "TIME_LEAK", "text": "Attributes are those known today, not those at the cut.", "features": []},
                  {"kind": "FEW_ROWS", "text": "With attributes as they are today there are few rows.", "features": []}],
                 "tables": [], "curves": []}"""));

        assertThat(card.evidence().findings()).extracting(Finding::measured).containsExactly(true, false, false);
    }

    @Test
    void timesAndRolesAreReadFromTitleAndLabels() {
        Table table =
                outOfTime("Learned as of 2024-06-30, measured on what customers did in the 365 days from 2025-06-30 on."
                        + " Left out, because only a later value is known: age, region.");

        assertThat(table.cut()).isEqualTo(new TimeCut("2024-06-30", "2025-06-30", 365, List.of("age", "region")));
        assertThat(table.rows())
                .extracting(ComparedRow::role, ComparedRow::verdict)
                .containsExactly(
                        tuple(Role.AT_CUT, ""),
                        tuple(Role.LATER, "to be believed"),
                        tuple(Role.AT_CUT_KNOWING_TODAY, "no"),
                        tuple(Role.LATER_KNOWING_TODAY, "no"));
    }

    @Test
    void nothingMayBeLeftOutAndATitleInOtherWordsTellsNoTimes() {
        assertThat(outOfTime(
                                "Learned as of 2024-06-30, measured on what customers did in the 90 days from 2024-09-28 on.")
                        .cut())
                .isEqualTo(new TimeCut("2024-06-30", "2024-09-28", 90, List.of()));
        assertThat(outOfTime("Measured some time.").cut()).isNull();
    }

    @Test
    void whatIsReadIsWrittenWithItsMembersAndReadAgainAsTheSame() {
        ModelCard card = ModelCard.parse(card(OWN, ""));

        assertThat(card.toJson()).contains("\"origin\" : \"OWN_CUSTOMERS\"");
        assertThat(ModelCard.parse(card.toJson())).isEqualTo(card);
    }

    @Test
    void aTextThatIsNoObjectIsNoCard() {
        assertThatThrownBy(() -> ModelCard.parse("[]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A card is an object of JSON.");
        assertThatThrownBy(() -> ModelCard.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Table outOfTime(String title) {
        ModelCard card = ModelCard.parse(card(
                OWN,
                """
                {"findings": [], "curves": [], "tables": [{"name": "outOfTime", "title": "%s", "rows": [
                  {"label": "as the card measures, at the earlier cut, without what was not known then", "figures": [],
                   "verdict": ""},
                  {"label": "out of time, without what was not known then", "figures": [], "verdict": "to be believed"},
                  {"label": "as the card measures, at the earlier cut, all inputs", "figures": [], "verdict": "no"},
                  {"label": "out of time, all inputs", "figures": [], "verdict": "no"}]}]}"""
                        .formatted(title)));
        return card.evidence().tables().get(0);
    }

    private static String card(String source, String evidence) {
        return """
            {"score": "clv", "version": "1", "label": "Lifetime value", "description": "", "kind": "AMOUNT", "unit": "EUR",
             "hash": "00", "trainer": "boosting", "settings": {}, "seed": 1, "protocol": "", "metrics": [], "notices": [],
             "inputs": [], "scores": {"missing": 0},
             "data": {"source": "%s", "target": "spend", "asOf": "2025-06-30T00:00:00Z", "horizonMonths": 12,
                      "customers": 1, "rows": 1, "hash": "00"}%s}"""
                .formatted(source, evidence.isEmpty() ? "" : ", \"evidence\": " + evidence);
    }
}
