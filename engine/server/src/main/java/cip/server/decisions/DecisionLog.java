package cip.server.decisions;

import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerRecordJson;
import cip.core.customer.CustomerSchema;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.DecisionJson;
import cip.core.decide.Outcome;
import cip.core.decide.Score;
import cip.core.decide.StrategyJson;
import cip.core.decide.StrategySplit;
import cip.core.rule.Vocabulary;
import cip.server.store.TimeOrderedId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Turns decisions into rows of the log and back into the inputs they were made from. */
final class DecisionLog {
    private final DecisionStore store = new DecisionStore();
    private final ObjectMapper mapper = new ObjectMapper();
    private final CustomerRecordJson records;
    private final Clock clock;

    DecisionLog(CustomerSchema schema, Clock clock) {
        this.records = new CustomerRecordJson(schema);
        this.clock = clock;
    }

    /**
     * Rows for decisions made for these customers, in the same order.
     *
     * @param run the job that decided; {@code null} = decided alone
     */
    record Entries(@Nullable String run, List<LoggedDecision> decisions, List<CustomerState> states) {}

    /**
     * @param split by which the customers were decided
     * @param run the job that decided; {@code null} = decided alone
     */
    Entries entries(
            List<CustomerRecord> customers, List<Decision> decisions, StrategySplit split, @Nullable String run) {
        List<LoggedDecision> logged = new ArrayList<>(decisions.size());
        List<CustomerState> states = new ArrayList<>(decisions.size());
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i).withoutReasons();
            String id = TimeOrderedId.next(clock);
            logged.add(new LoggedDecision(
                    id,
                    decision.customer(),
                    decision.asOf(),
                    clock.instant(),
                    decision.strategy(),
                    split.armOf(decision.customer()).orElse(null),
                    run,
                    text(StrategyJson.canonical(records.write(customers.get(i)))),
                    text(DecisionJson.bytes(decision))));
            states.add(state(decision));
        }
        return new Entries(run, logged, states);
    }

    void append(Handle handle, Entries entries) {
        store.log(handle, entries.decisions());
        if (entries.run() != null) {
            store.addStates(handle, entries.run(), entries.states());
        }
    }

    CustomerRecord inputs(LoggedDecision logged) {
        try {
            return records.read(mapper.readTree(logged.inputs()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The inputs of decision " + logged.id() + " are not JSON.", e);
        }
    }

    /** The logged decision made again, with reasons in the words of a vocabulary. */
    Decision again(LoggedDecision logged, Decider decider, Vocabulary words) {
        return decider.decideWithReasons(List.of(inputs(logged)), new DecisionContext(logged.asOf()), words)
                .get(0);
    }

    /** Whether a decision made again has the bytes that were logged. */
    static boolean identical(LoggedDecision logged, Decision again) {
        return text(DecisionJson.bytes(again.withoutReasons())).equals(logged.result());
    }

    private static CustomerState state(Decision decision) {
        Outcome.Recommended top = decision.recommended().get(0);
        ObjectNode scores = JsonNodeFactory.instance.objectNode();
        for (Score score : decision.scores()) {
            score.number().ifPresent(value -> scores.put(score.output().name(), value));
        }
        return new CustomerState(
                decision.customer(),
                decision.segment().id(),
                top.action().id(),
                top.factors().expectedValue(),
                scores.toString());
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
