package cip.server.drafts;

import cip.core.decide.StrategyProblem;
import cip.core.rule.Literal;
import cip.core.rule.MissingRows;
import cip.core.simulate.Finding;
import cip.core.simulate.TableGap;
import java.time.Instant;
import java.util.List;

/**
 * What the authors of a draft hardly mean.
 *
 * @param asOf the instant of the base that was looked at
 * @param problems as long as there are some, nothing is looked for
 * @param scoring models of the draft that have not scored the base: as long as there are some, nothing is looked for either
 * @param findings those that touch most customers first
 * @param notExamined places for which there was no time left
 * @param gaps of tables, those that touch most customers first
 */
public record DraftFindings(
        Instant asOf,
        List<StrategyProblem> problems,
        List<ModelScoring> scoring,
        List<Finding> findings,
        List<String> notExamined,
        List<TableGapView> gaps) {
    /**
     * Customers to whom a table gives nothing.
     *
     * @param table its name
     * @param customers of the base whom no row fits
     * @param rows that would fit some of them and meet no row that is there, those that fit most first
     * @param unwritten why others cannot be fitted by a row, a sentence each
     */
    public record TableGapView(String table, int customers, List<ProposedRowView> rows, List<String> unwritten) {
        static TableGapView of(TableGap gap) {
            return new TableGapView(
                    gap.table(),
                    gap.customers(),
                    gap.proposed().rows().stream().map(ProposedRowView::of).toList(),
                    gap.proposed().unwritten());
        }
    }

    /**
     * A row that could be added.
     *
     * @param when a test for each input, as text
     * @param then text, number or true/false for each output: what the nearest row gives, to be changed if something else is meant
     * @param nearest position of that row, from 0
     * @param customers whom it would fit and nothing fits now
     * @param sentence the row in words
     */
    public record ProposedRowView(List<String> when, List<Object> then, int nearest, int customers, String sentence) {
        static ProposedRowView of(MissingRows.ProposedRow row) {
            return new ProposedRowView(
                    row.when(),
                    row.then().stream().map(ProposedRowView::plain).toList(),
                    row.nearest(),
                    row.customers(),
                    row.sentence());
        }

        private static Object plain(Literal value) {
            if (value instanceof Literal.OfNumber number) {
                return number.value();
            }
            return value instanceof Literal.OfYesNo yesNo ? (Object) yesNo.value() : value.plain();
        }
    }
}
