package cip.server.models;

import cip.core.monitor.Contest;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of contests, which only grow. */
final class ContestStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowMapper<HeldContest> CONTEST = (row, context) -> new HeldContest(
            row.getString("job_id"),
            row.getString("score"),
            row.getString("challenger_hash"),
            row.getString("champion_hash"),
            Rows.instant(row, "held_at"),
            read(row.getString("contest")));

    /** Does nothing when the training has held this contest already, as after a crash right behind it. */
    void insert(Handle handle, HeldContest held) {
        boolean known = handle.createQuery(
                                "SELECT COUNT(*) FROM model_contest WHERE job_id = :job AND challenger_hash = :challenger")
                        .bind("job", held.jobId())
                        .bind("challenger", held.challenger())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (known) {
            return;
        }
        handle.createUpdate("INSERT INTO model_contest"
                        + " (job_id, score, challenger_hash, champion_hash, held_at, outcome, contest)"
                        + " VALUES (:job, :score, :challenger, :champion, :at, :outcome, :contest)")
                .bind("job", held.jobId())
                .bind("score", held.score())
                .bind("challenger", held.challenger())
                .bind("champion", held.champion())
                .bind("at", held.heldAt().atOffset(ZoneOffset.UTC))
                .bind("outcome", held.contest().outcome().name())
                .bind("contest", write(held.contest()))
                .execute();
    }

    /** Of one challenger, newest first. */
    List<HeldContest> of(Handle handle, String challenger) {
        return handle.createQuery("SELECT * FROM model_contest WHERE challenger_hash = :challenger"
                        + " ORDER BY held_at DESC, job_id DESC")
                .bind("challenger", challenger)
                .map(CONTEST)
                .list();
    }

    /** The newest of each of these challengers that has held one. */
    List<HeldContest> newest(Handle handle, List<String> challengers) {
        return handle.createQuery("SELECT * FROM model_contest held WHERE challenger_hash = ANY(:challengers)"
                        + " AND NOT EXISTS (SELECT 1 FROM model_contest later"
                        + " WHERE later.challenger_hash = held.challenger_hash AND (later.held_at > held.held_at"
                        + " OR (later.held_at = held.held_at AND later.job_id > held.job_id)))")
                .bindArray("challengers", String.class, challengers.toArray())
                .map(CONTEST)
                .list();
    }

    /** Of some trainings. */
    List<HeldContest> ofTrainings(Handle handle, List<String> jobs) {
        return handle.createQuery("SELECT * FROM model_contest WHERE job_id = ANY(:jobs) ORDER BY job_id DESC, score")
                .bindArray("jobs", String.class, jobs.toArray())
                .map(CONTEST)
                .list();
    }

    private static String write(Contest contest) {
        try {
            return JSON.writeValueAsString(contest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contest could not be written as JSON.", e);
        }
    }

    private static Contest read(String contest) {
        try {
            return JSON.readValue(contest, Contest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored contest is not JSON.", e);
        }
    }
}
