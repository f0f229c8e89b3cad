package cip.bench;

import cip.core.decide.Decider;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyCompiler;
import cip.core.decide.StrategyJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * P9: a strategy of 1,000 rules made ready to decide: rules compiled, columns and rows proven against Drools, swapped in. Once
 * with every rule new to the product, and once for a draft in which a tenth of the comparisons changed; its models are those in use.
 */
final class Publishing implements Measurement {
    private static final int ACTIONS = 332;
    private static final int TIMES = 5;
    private static final int PUBLISHES = Integer.getInteger("bench.publishes", 1_000);
    private static final double GOAL_MILLIS = 2_000;
    private static final long MEGABYTE = 1024 * 1024;

    @Override
    public List<String> rows() {
        return List.of("P9");
    }

    @Override
    public List<Figure> measure() throws Exception {
        GeneratedStrategy artefacts = GeneratedStrategy.withActions(ACTIONS);
        ObjectNode document = artefacts.document();
        Strategy strategy = StrategyJson.read(document);
        StrategyCompiler compiler = new StrategyCompiler(GeneratedStrategy.schema(), artefacts);
        AtomicReference<Decider> live = new AtomicReference<>(compiler.compile(strategy));
        int[] edit = {0};
        WholeBase.Timing anew = WholeBase.Timing.of(TIMES, () -> {
            compiler.forgetProofs();
            live.set(compiler.compile(strategy));
        });
        WholeBase.Timing changed =
                WholeBase.Timing.of(TIMES, () -> live.set(compiler.compile(edited(document, ++edit[0], 10))));
        long before = used();
        for (int i = 0; i < PUBLISHES; i++) {
            live.set(compiler.compile(edited(document, ++edit[0], 1_000)));
        }
        long grown = used() - before;
        int rules = 3 * strategy.engagement().size()
                + strategy.segments().segments().size();
        return List.of(
                new Figure(
                        "P9",
                        String.format(
                                Locale.ROOT, "%,d rules compiled, all proven on 10,000 customers, swapped in", rules),
                        "",
                        anew.words(),
                        "",
                        "≤ 2 s",
                        Figure.verdict(anew.wall() <= GOAL_MILLIS)),
                new Figure(
                        "P9",
                        "the same with a tenth of its comparisons changed",
                        "",
                        String.format(
                                Locale.ROOT,
                                "%s; %,d MB more after %,d publishes",
                                changed.words(),
                                grown / MEGABYTE,
                                PUBLISHES),
                        "",
                        "≤ 2 s; no growth",
                        Figure.verdict(changed.wall() <= GOAL_MILLIS && grown < 20 * MEGABYTE)));
    }

    /** Every so many comparisons another threshold, each time. */
    private static Strategy edited(ObjectNode document, int edit, int every) {
        ObjectNode draft = document.deepCopy();
        int[] seen = {0};
        draft.findParents("operator").forEach(comparison -> {
            if ((seen[0]++ + edit) % every == 0) {
                ObjectNode changed = (ObjectNode) comparison;
                changed.put("value", changed.get("value").asDouble() + 0.0003 * edit);
            }
        });
        return StrategyJson.read(draft);
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
