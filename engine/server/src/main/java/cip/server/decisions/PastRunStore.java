package cip.server.decisions;

import cip.server.store.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Finished runs by the strategies that decided them. */
final class PastRunStore {
    /** The latest finished run of each split, up to an instant; the latest first. */
    List<FinishedRun> lastOfEachSplit(Handle handle, Instant latest) {
        return handle.createQuery("SELECT * FROM decision_run r WHERE as_of <= :latest AND NOT EXISTS"
                        + " (SELECT 1 FROM decision_run later WHERE later.strategy_hash = r.strategy_hash AND "
                        + sameChallenger("later", "r")
                        + " AND later.as_of <= :latest AND (later.as_of > r.as_of"
                        + " OR (later.as_of = r.as_of AND later.run_id > r.run_id)))"
                        + " ORDER BY as_of DESC, run_id DESC")
                .bind("latest", latest.atOffset(ZoneOffset.UTC))
                .map(DecisionStore.RUN)
                .list();
    }

    /**
     * The runs that each of some publications decided, by version; without those that decided none. The same strategies may
     * have gone live several times: a run is of the last time before it.
     */
    Map<Integer, RunsOfPublication> runsOf(Handle handle, List<Integer> versions, Instant latest) {
        Map<Integer, RunsOfPublication> found = new HashMap<>();
        handle.createQuery("SELECT p.version, COUNT(*) AS runs, MAX(r.as_of) AS last_run FROM publication p"
                        + " JOIN decision_run r ON r.strategy_hash = p.strategy_hash AND " + sameChallenger("r", "p")
                        + " AND r.as_of >= p.published_at AND r.as_of <= :latest"
                        + " WHERE p.version = ANY(:versions) AND NOT EXISTS (SELECT 1 FROM publication again"
                        + " WHERE again.strategy_hash = p.strategy_hash AND " + sameChallenger("again", "p")
                        + " AND again.version > p.version AND again.published_at <= r.as_of)"
                        + " GROUP BY p.version")
                .bindArray("versions", Integer.class, versions.toArray())
                .bind("latest", latest.atOffset(ZoneOffset.UTC))
                .map((row, context) -> Map.entry(
                        row.getInt("version"),
                        new RunsOfPublication(row.getInt("runs"), Rows.instant(row, "last_run"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** @param last the instant for which it decided last */
    record RunsOfPublication(int runs, Instant last) {}

    private static String sameChallenger(String one, String other) {
        return Stream.of("challenger_hash", "challenger_thousandths", "challenger_salt")
                .map(column -> one + "." + column + " IS NOT DISTINCT FROM " + other + "." + column)
                .collect(Collectors.joining(" AND "));
    }
}
