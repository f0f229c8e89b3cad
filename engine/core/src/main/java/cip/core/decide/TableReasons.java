package cip.core.decide;

import cip.core.rule.ConditionTrace;
import cip.core.rule.ConditionTraces;
import cip.core.rule.CustomerWords;
import cip.core.rule.TableValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the tables gave the customers of one matrix what they have. Each table is traced once per customer, so ask
 * everything about one row before the next. Belongs to one thread.
 */
final class TableReasons {
    private static final int MOST_ROWS_SAID = 5;

    private final List<TableValues> tables;
    private final ConditionTraces.Rows traces;
    private final CustomerWords words;
    private final List<Integer> firstRows = new ArrayList<>();
    private final @Nullable TableTrace[] known;
    private int customer = -1;

    /** @param traces of all rows of all tables, in their order */
    TableReasons(List<TableValues> tables, ConditionTraces.Rows traces, CustomerWords words) {
        this.tables = tables;
        this.traces = traces;
        this.words = words;
        this.known = new TableTrace[tables.size()];
        int from = 0;
        for (TableValues table : tables) {
            firstRows.add(from);
            from += table.table().rows().size();
        }
    }

    /** Lets conditions on what the tables give say which row gave it. */
    void explain() {
        for (int i = 0; i < tables.size(); i++) {
            int table = i;
            tables.get(i)
                    .table()
                    .outputs()
                    .forEach(output -> words.explain(
                            output.name(), row -> trace(table, row).why()));
        }
    }

    List<TableTrace> traces(int row) {
        List<TableTrace> all = new ArrayList<>(tables.size());
        for (int table = 0; table < tables.size(); table++) {
            all.add(trace(table, row));
        }
        return all;
    }

    private TableTrace trace(int table, int row) {
        if (row != customer) {
            Arrays.fill(known, null);
            customer = row;
        }
        TableTrace trace = known[table];
        if (trace == null) {
            trace = traced(table, row);
            known[table] = trace;
        }
        return trace;
    }

    private TableTrace traced(int position, int customer) {
        TableValues values = tables.get(position);
        List<Integer> rows = values.counting(customer);
        List<ConditionTrace.Line> lines = rows.isEmpty()
                ? List.of()
                : traces.trace(firstRows.get(position) + rows.get(0), customer).lines();
        return new TableTrace(
                values.table().name(),
                values.table().label(),
                rows,
                why(values.table().label(), rows, lines),
                values.table().outputs().stream()
                        .map(output -> new TableTrace.Output(
                                output.name(), output.label(), words.value(output.name(), customer)))
                        .toList(),
                lines);
    }

    private static String why(String label, List<Integer> rows, List<ConditionTrace.Line> lines) {
        if (rows.isEmpty()) {
            return "No row of " + label + " holds";
        }
        if (rows.size() > 1) {
            String said = rows.stream()
                    .limit(MOST_ROWS_SAID)
                    .map(row -> String.valueOf(row + 1))
                    .collect(Collectors.joining(", "));
            return "Rows " + said + (rows.size() > MOST_ROWS_SAID ? " and more" : "") + " of " + label + " hold";
        }
        String tests = lines.stream()
                .filter(ConditionTrace.Line::met)
                .map(line -> line.text() + (line.value().equals(line.actual()) ? "" : " (" + line.actual() + ")"))
                .collect(Collectors.joining(", "));
        return "Row " + (rows.get(0) + 1) + " of " + label + " holds" + (tests.isEmpty() ? "" : ": " + tests);
    }
}
