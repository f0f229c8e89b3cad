package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file fills which attribute or {@link TransactionColumn}.
 *
 * @param header all names on the file's first line
 * @param columns those that are read
 */
record ColumnMapping(List<String> header, List<Column> columns) {
    ColumnMapping {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
    }

    /** @param index in the row, from 0 */
    record Column(int index, String header, String target) {}

    /**
     * For every header, what it is recognised as; {@code null} = nothing, and the column is left out. When several headers
     * fit the same column, the best one gets it.
     */
    static Map<String, @Nullable String> suggested(List<String> header, List<ImportColumn> known) {
        Map<String, @Nullable String> suggested = new LinkedHashMap<>();
        header.stream().filter(name -> !name.isEmpty()).forEach(name -> suggested.put(name, null));
        for (ImportColumn column : known) {
            header.stream()
                    .filter(column::isCalled)
                    .min(Comparator.comparingInt(column::rank))
                    .ifPresent(best -> suggested.put(best, column.name()));
        }
        return suggested;
    }

    /**
     * @param chosen target by header, as suggested or as changed by the user; {@code null} = leave out
     * @throws EngineException when a required column is missing, or two columns fill the same one
     */
    static ColumnMapping of(List<String> header, Map<String, @Nullable String> chosen, List<ImportColumn> known) {
        List<String> problems = new ArrayList<>();
        for (String name : chosen.keySet()) {
            if (!header.contains(name)) {
                problems.add("the file has no column " + name);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String target = chosen.get(header.get(i));
            if (target == null) {
                continue;
            }
            if (known.stream().noneMatch(column -> column.name().equals(target))) {
                problems.add(header.get(i) + " is mapped to " + target + ", which is not declared");
            }
            Optional<Column> earlier =
                    columns.stream().filter(c -> c.target().equals(target)).findFirst();
            if (earlier.isPresent()) {
                problems.add("columns " + (earlier.get().index() + 1) + " and " + (i + 1) + " both hold " + target);
            }
            columns.add(new Column(i, header.get(i), target));
        }
        problems.addAll(missing(columns, known));
        if (!problems.isEmpty()) {
            throw refused(header, problems, known);
        }
        return new ColumnMapping(header, columns);
    }

    Optional<Column> column(String target) {
        return columns.stream().filter(c -> c.target().equals(target)).findFirst();
    }

    /** Everything that some column of the file fills. */
    Set<String> targets() {
        return columns.stream().map(Column::target).collect(Collectors.toSet());
    }

    /** By column, whether its text is needed. */
    boolean[] wanted() {
        boolean[] wanted = new boolean[header.size()];
        columns.forEach(column -> wanted[column.index()] = true);
        return wanted;
    }

    List<String> ignored() {
        boolean[] wanted = wanted();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i]) {
                ignored.add(header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i));
            }
        }
        return ignored;
    }

    private static List<String> missing(List<Column> columns, List<ImportColumn> known) {
        return known.stream()
                .filter(ImportColumn::required)
                .map(ImportColumn::name)
                .filter(name -> columns.stream().noneMatch(c -> c.target().equals(name)))
                .map(name -> "no column holds " + name)
                .toList();
    }

    private static EngineException refused(List<String> header, List<String> problems, List<ImportColumn> known) {
        return new EngineException(
                ErrorCode.UNREADABLE_FILE,
                "The columns of the file do not fit: " + String.join("; ", problems) + ". Found were "
                        + Shown.list(header) + "; expected were "
                        + Shown.list(known.stream().map(ImportColumn::name).toList())
                        + ".\nMaybe another table was meant, or a header is spelled in a way that needs a mapping.");
    }
}
