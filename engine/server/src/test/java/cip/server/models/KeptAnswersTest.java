package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
    private final KeptAnswers<String, String> answers = new KeptAnswers<>(8, 2);
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger worked = new AtomicInteger();

    @AfterEach
    void stop() {
        slow.countDown();
        threads.shutdownNow();
    }

    @Test
    void aSlowQuestionKeepsNobodyWaitingWhoAsksSomethingElse() throws Exception {
        Future<String> first = threads.submit(() -> answers.of("slow", this::slowly));
        begun.await();

        assertThat(answers.of("quick", () -> "at once")).isEqualTo("at once");
        assertThat(first.isDone()).isFalse();
        slow.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("at last");
    }

    @Test
    void whatSeveralAskForAtOnceIsWorkedOutOnceAndKept() throws Exception {
        Future<String> first = threads.submit(() -> answers.of("slow", this::slowly));
        begun.await();
        Future<String> second = threads.submit(() -> answers.of("slow", this::slowly));
        slow.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("at last");
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("at last");
        assertThat(answers.of("slow", this::slowly)).isEqualTo("at last");
        assertThat(worked).hasValue(1);
    }

    @Test
    void aFailureIsThrownAsItWasAndAskedAnew() {
        assertThatThrownBy(() -> answers.of("key", () -> {
                    throw new IllegalArgumentException("No.");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No.");

        assertThat(answers.of("key", () -> "Yes.")).isEqualTo("Yes.");
    }

    @Test
    void whoeverIsInterruptedBeforeTheWorkBeginsLeavesItToTheNextOneWhoWaits() throws Exception {
        KeptAnswers<String, String> oneAtATime = new KeptAnswers<>(8, 1);
        Future<String> first = threads.submit(() -> oneAtATime.of("slow", this::slowly));
        begun.await();
        Future<String> interrupted = threads.submit(() -> oneAtATime.of("next", () -> "for the first"));
        Thread.sleep(100);
        Future<String> waiting = threads.submit(() -> oneAtATime.of("next", () -> "for the second"));
        Thread.sleep(100);

        interrupted.cancel(true);
        slow.countDown();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("for the second");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("at last");
    }

    private String slowly() {
        worked.incrementAndGet();
        begun.countDown();
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "at last";
    }
}
