package cip.bench;

import cip.core.decide.Decider;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyCompiler;
import cip.core.decide.StrategyJson;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** P9: a strategy of 1,000 rules made ready to decide: models read, rules compiled, columns proven against Drools, swapped in. */
final class Publishing implements Measurement {
    private static final int ACTIONS = 332;
    private static final int TIMES = 7;
    private static final int PUBLISHES = 60;
    private static final double GOAL_MILLIS = 2_000;
    private static final long MEGABYTE = 1024 * 1024;

    @Override
    public List<String> rows() {
        return List.of("P9");
    }

    @Override
    public List<Figure> measure() throws Exception {
        GeneratedStrategy artefacts = GeneratedStrategy.withActions(ACTIONS);
        Strategy strategy = StrategyJson.read(artefacts.document());
        StrategyCompiler compiler = new StrategyCompiler(GeneratedStrategy.schema(), artefacts);
        AtomicReference<Decider> live = new AtomicReference<>(compiler.compile(strategy));
        WholeBase.Timing ours = WholeBase.Timing.of(TIMES, () -> live.set(compiler.compile(strategy)));
        long before = used();
        for (int i = 0; i < PUBLISHES; i++) {
            live.set(compiler.compile(strategy));
        }
        long grown = used() - before;
        int rules = 3 * strategy.engagement().size()
                + strategy.segments().segments().size();
        return List.of(new Figure(
                "P9",
                String.format(Locale.ROOT, "%,d rules read, compiled, proven on 10,000 customers, swapped in", rules),
                "",
                String.format(
                        Locale.ROOT, "%s; %,d MB more after %d publishes", ours.words(), grown / MEGABYTE, PUBLISHES),
                "",
                "≤ 2 s; no growth",
                Figure.verdict(ours.wall() <= GOAL_MILLIS && grown < 20 * MEGABYTE)));
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
