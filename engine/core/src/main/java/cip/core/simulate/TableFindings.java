package cip.core.simulate;

import cip.core.action.Action;
import cip.core.decide.DecidedTables;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.rule.DecisionTable;
import cip.core.rule.HitPolicy;
import cip.core.rule.MissingRows;
import cip.core.rule.TableBoxes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is odd about decision tables: rows that never count, and customers whom no row fits. */
final class TableFindings {
    private static final int ROWS_BETWEEN_LOOKS = 100;

    private final Examined examined;
    private final List<Finding> found = new ArrayList<>();

    TableFindings(Examined examined) {
        this.examined = examined;
    }

    List<Finding> all() {
        List<DecisionTable> tables = examined.strategy().tables();
        Set<String> asked = asked();
        for (int i = 0; i < tables.size(); i++) {
            DecisionTable table = tables.get(i);
            Reach.OfTable counts = examined.reach().tables().get(i);
            TableBoxes boxes = TableBoxes.of(table, examined.words());
            gap(table, counts, boxes);
            rows(table, counts, boxes);
            unused(table, asked);
        }
        return found;
    }

    private void rows(DecisionTable table, Reach.OfTable counts, TableBoxes boxes) {
        List<Integer> order = table.order();
        Map<List<Integer>, Integer> firstAsking = new HashMap<>();
        boolean all = true;
        for (int at = 0; at < order.size(); at++) {
            int row = order.get(at);
            if (at % ROWS_BETWEEN_LOOKS == 0 && !examined.hasTimeFor("tables/" + table.name())) {
                return;
            }
            Integer same = firstAsking.putIfAbsent(boxes.asked(row), row);
            row(table, row, same, order.subList(0, at), counts, boxes);
            all &= !boxes.gaveUp();
        }
        if (!all) {
            examined.leaveOut("tables/" + table.name());
        }
    }

    /** @param same one that asks the same and counts before it @param before the rows that count before this one */
    private void row(
            DecisionTable table,
            int row,
            @Nullable Integer same,
            List<Integer> before,
            Reach.OfTable counts,
            TableBoxes boxes) {
        String place = "tables/" + table.name() + "/rows/" + row;
        String whose = "Table " + table.label() + ", row " + (row + 1);
        int matching = counts.matching().get(row);
        boolean collects = table.hitPolicy() == HitPolicy.COLLECT;
        if (boxes.isImpossible(row)) {
            found.add(Finding.proven(
                    Finding.Kind.CONTRADICTION,
                    place,
                    whose + ": nobody can ever meet it, its tests leave no value.",
                    0));
            return;
        }
        if (same != null) {
            String what = collects ? ", so both are counted." : ", which counts instead.";
            found.add(Finding.proven(
                            Finding.Kind.DUPLICATE,
                            place,
                            whose + " asks the same as row " + (same + 1) + what,
                            matching)
                    .with("tables/" + table.name() + "/rows/" + same));
        } else if (!collects && boxes.isCovered(row, before)) {
            found.add(Finding.proven(
                    Finding.Kind.SHADOWED,
                    place,
                    whose + " never counts: whoever meets it meets a row that counts before it.",
                    matching));
        } else if (matching == 0) {
            found.add(Finding.ofBase(Finding.Kind.NOBODY, place, whose + ": nobody in the base meets it now.", 0));
        } else if (counts.counting().get(row) == 0) {
            found.add(Finding.ofBase(
                    Finding.Kind.SHADOWED,
                    place,
                    whose + ": all " + matching + " customers who meet it meet a row that counts before it.",
                    matching));
        }
    }

    /** Rows that would close the gaps that were found, in the order of the tables. */
    List<TableGap> gaps() {
        List<DecisionTable> tables = examined.strategy().tables();
        List<TableGap> gaps = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            DecisionTable table = tables.get(i);
            int none = examined.reach().tables().get(i).none();
            if (none > 0 && !isAnswered(table) && examined.hasTimeFor("tables/" + table.name())) {
                DecidedTables decided = examined.tables();
                gaps.add(new TableGap(
                        table.name(),
                        none,
                        MissingRows.of(
                                table,
                                examined.words(),
                                decided.terms(),
                                decided.tables().get(i).none())));
            }
        }
        return gaps;
    }

    private static boolean isAnswered(DecisionTable table) {
        return table.defaults().isPresent() || table.hitPolicy() == HitPolicy.COLLECT;
    }

    private void gap(DecisionTable table, Reach.OfTable counts, TableBoxes boxes) {
        boolean answered = isAnswered(table);
        Optional<String> example = answered ? Optional.empty() : boxes.gap();
        if (answered || (example.isEmpty() && counts.none() == 0)) {
            return;
        }
        String place = "tables/" + table.name();
        String whom = example.map(said -> " Such a customer has, for example: " + said + ".")
                .orElse("");
        found.add(
                counts.none() > 0
                        ? Finding.ofBase(
                                Finding.Kind.GAP,
                                place,
                                "Table " + table.label() + ": no row holds for " + counts.none()
                                        + " customers, so it gives them nothing." + whom,
                                counts.none())
                        : Finding.proven(
                                Finding.Kind.GAP,
                                place,
                                "Table " + table.label() + ": there can be customers for whom no row holds." + whom,
                                0));
    }

    private void unused(DecisionTable table, Set<String> asked) {
        for (int i = 0; i < table.outputs().size(); i++) {
            DecisionTable.Output output = table.outputs().get(i);
            if (!asked.contains(output.name())) {
                found.add(Finding.proven(
                        Finding.Kind.UNUSED_OUTPUT,
                        "tables/" + table.name() + "/outputs/" + i,
                        "Table " + table.label() + ": no segment, engagement rule, action or other table asks for "
                                + output.label() + ".",
                        0));
            }
        }
    }

    /** Every term that something in the strategy speaks of. */
    private Set<String> asked() {
        Set<String> asked = new HashSet<>();
        for (Segment segment : examined.strategy().segments().segments()) {
            asked.addAll(segment.when().terms());
        }
        for (EngagementRule rule : examined.strategy().engagement()) {
            asked.addAll(rule.whole().terms());
        }
        examined.strategy().tables().forEach(table -> asked.addAll(table.inputs()));
        for (Action action : examined.strategy().actions().actions()) {
            asked.addAll(action.termsUsed());
        }
        return asked;
    }
}
