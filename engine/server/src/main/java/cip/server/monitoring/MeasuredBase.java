package cip.server.monitoring;

import cip.core.action.Action;
import cip.core.decide.CustomerBase;
import cip.core.decide.Segment;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategyVocabulary;
import cip.core.monitor.Bin;
import cip.core.monitor.CategoryReference;
import cip.core.monitor.Drift;
import cip.core.monitor.Reference;
import cip.server.models.ModelCard;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The customer base of one run, compared with model cards and with the run before. */
final class MeasuredBase {
    private final String run;
    private final CustomerBase base;
    private final Instant at;

    MeasuredBase(String run, CustomerBase base, Instant at) {
        this.run = run;
        this.base = base;
        this.at = at;
    }

    /** Everything the model reads, and its score. */
    List<Measurement> of(ModelCard card) {
        List<Measurement> measurements = new ArrayList<>();
        long customers = card.data().customers() == 0
                ? Reference.UNKNOWN_SIZE
                : card.data().customers();
        for (ModelCard.Input input : card.inputs()) {
            boolean number = input.type() == FeatureInput.Type.NUMBER;
            Reference reference = input.reference().reference(number, customers);
            measurements.add(measured(
                    Subject.input(card.score(), input.name()),
                    card.hash(),
                    reference.compare(base.terms().column(input.name()))));
        }
        Reference scores = card.scores().reference(card.kind() != ScoreOutput.Kind.CLUSTER, customers);
        measurements.add(measured(
                Subject.score(card.score()),
                card.hash(),
                scores.compare(base.terms().column(card.score()))));
        return measurements;
    }

    /** @param before the same mix in the run before; {@code null} = there is none */
    Measurement segments(SplitDecider deciders, @Nullable Drift before) {
        FeatureColumn segments = base.terms().column(StrategyVocabulary.SEGMENT);
        return measured(
                Subject.SEGMENTS,
                null,
                mix(deciders.segments().stream().map(Segment::id).toList(), before)
                        .compare(segments));
    }

    /** @param before the same mix in the run before; {@code null} = there is none */
    Measurement actions(SplitDecider deciders, @Nullable Drift before) {
        String[] first =
                IntStream.range(0, base.size()).mapToObj(base::topAction).toArray(String[]::new);
        List<String> ids = deciders.actions().actions().stream().map(Action::id).toList();
        return measured(Subject.ACTIONS, null, mix(ids, before).compare(new TextColumn(Subject.ACTIONS.text(), first)));
    }

    private Measurement measured(Subject subject, @Nullable String modelHash, Drift drift) {
        return new Measurement(run, at, subject, modelHash, drift);
    }

    private static CategoryReference mix(List<String> ids, @Nullable Drift before) {
        Map<String, Double> shares = new HashMap<>();
        ids.forEach(id -> shares.put(id, 0.0));
        if (before == null) {
            return new CategoryReference(0, shares, 0);
        }
        for (Bin bin : before.bins()) {
            if (bin.category() != null && bin.current() > 0) {
                shares.put(bin.category(), bin.current());
            }
        }
        return new CategoryReference(0, shares, before.customers());
    }
}
