package cip.server.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.decide.Holdout;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class GoingBackStoreTest {
    private static final Caller ANN = new Caller("ann", "Ann", Set.of(Role.ADMIN));
    private static final Caller BEN = new Caller("ben", "Ben", Set.of(Role.ADMIN));

    private final PublishedStrategy strategy;

    GoingBackStoreTest(Database database) throws IOException {
        strategy = new PublishedStrategy(database, Clock.tickMillis(ZoneOffset.UTC));
    }

    @Test
    void whatSomebodyWentBackFromDoesNotComeBackThroughWhoeverPublishedIt() {
        StrategyHash before = hash();
        StrategyHash mine = published("taken away", "For a test");
        strategy.publisher().goBack(before, version(), BEN, "It was too much");

        assertThatThrownBy(() -> strategy.publisher().goBack(mine, version(), ANN, "No, mine"))
                .isInstanceOfSatisfying(EngineException.class, refused -> assertThat(refused)
                        .hasMessageContaining("published by you and somebody went back from it"));
    }

    @Test
    void aReasonThatSpeaksOfGoingBackIsAReasonOnly() {
        StrategyHash mine = published("followed", "For a test");
        published("next", "Back to version 1: its prices were better");

        assertThat(strategy.publisher()
                        .goBack(mine, version(), ANN, "It did more")
                        .strategy())
                .isEqualTo(mine);
    }

    /** Publishes as ann. */
    private StrategyHash published(String salt, String reason) {
        StrategyHash hash = strategy.keep(now -> heldOutBy(now, salt));
        strategy.publisher().publish(hash, version(), "ann", reason);
        return hash;
    }

    private static Strategy heldOutBy(Strategy now, String salt) {
        return new Strategy(
                now.features(),
                now.reference(),
                now.models(),
                now.segments(),
                now.actions(),
                now.engagement(),
                now.guardrails(),
                new Holdout(salt, 0.01));
    }

    private StrategyHash hash() {
        return strategy.live().snapshot().decider().hash();
    }

    private int version() {
        return strategy.live().snapshot().publication().version();
    }
}
