package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.score.PmmlScorer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedModelsTest {
    private static final ModelReference CLV =
            SmallStrategy.decider().strategy().models().get(0);

    private final List<String> read = new ArrayList<>();
    private final SharedModels models = new SharedModels(new Artefacts() {
        @Override
        public byte[] pmml(String hash) {
            read.add(hash);
            return SmallStrategy.pmml(hash);
        }

        @Override
        public String guardrails(String hash) {
            throw new AssertionError("Nobody asks for guardrails here.");
        }
    });

    @Test
    void strategiesWithTheSameModelShareIt() {
        PmmlScorer first = models.scorer(CLV);
        PmmlScorer second = models.scorer(new ModelReference("another label", CLV.output(), CLV.version(), CLV.hash()));

        assertThat(second).isSameAs(first);
        assertThat(read).containsExactly(CLV.hash());
    }

    @Test
    void anotherReadingOfTheSameBytesIsAnotherModel() {
        ModelReference churn = SmallStrategy.decider().strategy().models().get(1);
        PmmlScorer clv = models.scorer(CLV);

        assertThat(models.scorer(churn)).isNotSameAs(clv);
        assertThat(read).containsExactly(CLV.hash(), churn.hash());
    }
}
