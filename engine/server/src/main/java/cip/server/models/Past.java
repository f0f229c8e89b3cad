package cip.server.models;

import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.models.TrainingHistory.Row;
import cip.server.samples.SampleCustomer;
import cip.server.samples.SampleRetailer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a training may look at.
 *
 * @param atCut customers as known at the cut with what they did since, to learn that from
 * @param whyNoCut why nothing can be learned from {@code atCut}; empty = it can
 * @param latest customers with everything as of one day, for what needs no later time
 * @param whyNoLatest why nothing can be learned from {@code latest}; empty = it can
 * @param holdOut the same customers at two earlier cuts, to measure a model later than it was learned
 * @param whyNone why there is no hold-out by time; empty = there is one
 */
record Past(
        TrainingHistory atCut,
        String whyNoCut,
        TrainingHistory latest,
        String whyNoLatest,
        Optional<TimeHoldOut> holdOut,
        String whyNone) {
    private static final int YEAR = 365;

    /** Of a single cut. */
    static Past only(TrainingHistory atCut) {
        return new Past(atCut, "", atCut, "", Optional.empty(), "the customers are known at one instant only");
    }

    /**
     * Of a made-up retailer, whose attributes are those of the cut and whose transactions reach back two years before it.
     */
    static Past of(SampleRetailer retailer, long count, String source, CustomerSchema schema) {
        Instant cut = retailer.asOf();
        Instant yearEarlier = cut.minus(Duration.ofDays(YEAR));
        KnownCustomers earlier = new KnownCustomers(yearEarlier, schema, Integer.MAX_VALUE);
        KnownCustomers later = new KnownCustomers(cut, schema, Integer.MAX_VALUE);
        TrainingHistory atCut = TrainingHistory.of(retailer, count, source);
        List<SampleCustomer> all =
                Stream.concat(retailer.customers(count), retailer.guests(count)).toList();
        for (int i = 0; i < all.size(); i++) {
            earlier.add(all.get(i).recordAsOf(yearEarlier), all.get(i).recordAsOf(cut));
            Row known = atCut.rows().get(i);
            later.add(known.record(), known.later());
        }
        return new Past(
                atCut,
                "",
                atCut,
                "",
                Optional.of(TimeHoldOut.of(
                        earlier.history(atCut.source()), later.history(atCut.source()), YEAR, schema, false)),
                "");
    }

    /** The same with fewer customers to learn from what came true. */
    Past learning(TrainingHistory learned) {
        return new Past(learned, whyNoCut, latest, whyNoLatest, holdOut, whyNone);
    }

    /** Why a target cannot be learned; empty = it can. */
    String whyNot(ModelRecipe.Target target) {
        return target.comesTrue() ? whyNoCut : whyNoLatest;
    }

    /**
     * Where nothing that happened later is asked of a target, it needs no cut.
     *
     * @throws EngineException INVALID_MODEL when there is too little to learn from
     */
    TrainingHistory historyFor(ModelRecipe recipe) {
        String why = whyNot(recipe.target());
        if (!why.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_MODEL, why);
        }
        return recipe.target().comesTrue() ? atCut : latest;
    }
}
