package cip.server.reports;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.StrategyHash;
import cip.server.decisions.DecisionRun;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The key figures of every run, kept when it finishes. */
public final class KeyFiguresHistory implements DecisionRun.Listener {
    private static final int SHOWN = 30;

    private final Database database;
    private final LiveStrategy strategy;
    private final OverviewConfiguration configuration;
    private final ObjectMapper json;
    private final KeyFiguresStore store = new KeyFiguresStore();

    public KeyFiguresHistory(
            Database database, LiveStrategy strategy, OverviewConfiguration configuration, ObjectMapper json) {
        this.database = database;
        this.strategy = strategy;
        this.configuration = configuration;
        this.json = json;
    }

    @Override
    public void finished(String runId, CustomerBase base, Instant at) {
        Map<StrategyHash, String> fallbacks = strategy.deciders(base.split()).deciders().stream()
                .collect(Collectors.toMap(
                        Decider::hash, decider -> decider.strategy().actions().fallback()));
        String figures = write(KeyFigures.of(base, fallbacks, configuration, at));
        database.execute(handle -> store.keep(handle, runId, at, figures));
    }

    /** The latest runs, oldest first. */
    List<KeyFigures> latest() {
        return database.read(handle -> store.latest(handle, SHOWN)).stream()
                .map(this::read)
                .toList();
    }

    private String write(KeyFigures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Key figures could not be written as JSON.", e);
        }
    }

    private KeyFigures read(String figures) {
        try {
            return json.readValue(figures, KeyFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored key figures are not JSON.", e);
        }
    }
}
