package cip.core.decide;

import cip.core.score.ScoreProblem;
import cip.core.score.ScoreSet;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scores of a batch, read row by row. */
final class ScoredRows {
    private final List<ScoreSet.Entry> entries;
    private final List<NumberColumn> columns = new ArrayList<>();
    private final Map<Cell, String> problems = new HashMap<>();

    private record Cell(int row, String score) {}

    ScoredRows(ScoreSet scores, ScoreSet.Scored scored) {
        this.entries = scores.entries();
        for (ScoreSet.Entry entry : entries) {
            columns.add((NumberColumn) scored.scores().column(entry.name()));
        }
        for (ScoreProblem problem : scored.problems()) {
            problems.put(new Cell(problem.row(), problem.score()), problem.text());
        }
    }

    List<Score> of(int row) {
        List<Score> scores = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            ScoreSet.Entry entry = entries.get(i);
            scores.add(new Score(
                    entry.scorer().output(),
                    entry.label(),
                    columns.get(i).values()[row],
                    problems.get(new Cell(row, entry.name()))));
        }
        return scores;
    }
}
