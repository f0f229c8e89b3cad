package cip.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedWorkTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(RepeatedWork.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Deque<String> failures = new ArrayDeque<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void aFailureIsToldOnceUntilItChangesOrIsOver() {
        failures.addAll(List.of("away", "away", "away", "full", "", "", "away"));
        RepeatedWork work = new RepeatedWork("looking", this::look);

        while (!failures.isEmpty()) {
            work.run();
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getLevel)
                .containsExactly(Level.ERROR, Level.ERROR, Level.INFO, Level.ERROR);
        assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("away");
        assertThat(log.list.get(2).getFormattedMessage()).isEqualTo("The work looking goes on.");
    }

    private void look() {
        String failure = failures.remove();
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }
}
