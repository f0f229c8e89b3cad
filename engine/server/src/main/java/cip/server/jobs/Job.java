package cip.server.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long piece of work.
 *
 * @param kind what it does, e.g. {@code IMPORT}
 * @param label what it does, as shown
 * @param requestedBy user name, API key name, or {@code system}
 * @param input JSON that the kind understands
 * @param inputHash SHA-256 of the input, 64 hexadecimal digits
 * @param done rows worked through
 * @param total rows in all; {@code null} = not known yet
 * @param doing what a running job does just now, in plain words; {@code null} = it does not say. Not stored
 * @param checkpoint where to go on after a crash, as JSON; {@code null} = from the beginning
 * @param resultLink where the result is found; {@code null} = none
 * @param error what went wrong and what to do; {@code null} = nothing
 */
public record Job(
        String id,
        String kind,
        String label,
        JobState state,
        String requestedBy,
        @JsonIgnore String input,
        String inputHash,
        long done,
        @Nullable Long total,
        @Nullable String doing,
        @JsonIgnore @Nullable String checkpoint,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String resultLink,
        @Nullable String error,
        @JsonIgnore boolean cancelAsked) {

    Job reached(long nowDone, @Nullable Long nowTotal, @Nullable String nowDoing) {
        return new Job(
                id,
                kind,
                label,
                state,
                requestedBy,
                input,
                inputHash,
                nowDone,
                nowTotal,
                nowDoing,
                checkpoint,
                createdAt,
                startedAt,
                finishedAt,
                resultLink,
                error,
                cancelAsked);
    }

    Job ended(JobState how, Instant when, @Nullable String link, @Nullable String problem) {
        return new Job(
                id,
                kind,
                label,
                how,
                requestedBy,
                input,
                inputHash,
                done,
                total,
                null,
                checkpoint,
                createdAt,
                startedAt,
                when,
                link,
                problem,
                cancelAsked);
    }
}
