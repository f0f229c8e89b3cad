package cip.bench;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.decide.Strategy;
import cip.core.rule.Condition;
import cip.core.rule.Operator;
import cip.core.simulate.BaseSimulation;
import cip.core.simulate.Change;
import cip.core.simulate.Reach;
import cip.core.simulate.ReachCounter;
import cip.core.simulate.Simulation;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** P6 and P7 over a million customers in memory: a draft of 200 rules simulated against the live one, and counted while typing. */
final class WholeBase implements Measurement {
    static final int CUSTOMERS = Integer.getInteger("bench.customers", 1_000_000);
    private static final int TIMES = 11;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public List<String> rows() {
        return List.of("P6", "P7");
    }

    /** Medians of several runs, milliseconds. */
    record Timing(double wall, double cpu) {
        static Timing of(int times, Runnable work) {
            double[] wall = new double[times];
            double[] cpu = new double[times];
            for (int i = -3; i < times; i++) {
                long start = System.nanoTime();
                long used = PROCESS.getProcessCpuTime();
                work.run();
                if (i >= 0) {
                    wall[i] = (System.nanoTime() - start) / 1e6;
                    cpu[i] = (PROCESS.getProcessCpuTime() - used) / 1e6;
                }
            }
            Arrays.sort(wall);
            Arrays.sort(cpu);
            return new Timing(wall[times / 2], cpu[times / 2]);
        }

        String words() {
            return String.format(Locale.ROOT, "%.0f ms (%.0f ms of CPU)", wall, cpu);
        }
    }

    @Override
    public List<Figure> measure() throws Exception {
        Decider live = GeneratedStrategy.decider(true);
        Decider draft = GeneratedStrategy.draft();
        CustomerBase base = GeneratedBase.of(CUSTOMERS, live);
        List<Figure> figures = new ArrayList<>();
        figures.add(simulated(live, draft, base));
        figures.add(counted(draft, live, base));
        return figures;
    }

    private static Figure simulated(Decider live, Decider draft, CustomerBase base) throws Exception {
        BaseSimulation simulation = new BaseSimulation(live, draft, base, live.strategy());
        Simulation[] last = new Simulation[1];
        Timing ours = Timing.of(TIMES, () -> {
            List<Change> changes = new ArrayList<>();
            last[0] = simulation.run(changes::add, done -> {});
        });
        System.err.println("  (" + last[0].changed() + " of " + last[0].customers() + " change)");
        Timing peer = DuckDbPeer.simulation(live.strategy(), draft.strategy(), base, last[0]);
        double ratio = ours.cpu() / peer.cpu();
        return new Figure(
                "P6",
                String.format(Locale.ROOT, "a draft of 200 rules against the live one, %,d customers", CUSTOMERS),
                "DuckDB, two threads, " + peer.words(),
                ours.words(),
                String.format(Locale.ROOT, "1/%.1f of the CPU", 1 / ratio),
                "≤ 1/5 of the CPU; click to answer ≤ 0.5 s",
                Figure.verdict(ratio <= 0.2 && ours.wall() <= 500));
    }

    /** Each time one threshold is another one: of the first segment, on which all below depend, and of an engagement rule. */
    private static Figure counted(Decider draft, Decider live, CustomerBase base) {
        ReachCounter counter = new ReachCounter(base, live.baseConditions(), "clv", 128L * 1024 * 1024);
        counter.of(live.strategy());
        counter.of(draft.strategy());
        int[] edits = {0};
        Timing ours = Timing.of(4 * TIMES, () -> counter.of(edited(draft.strategy(), edits[0]++ % 2 == 0, edits[0])));
        Timing anew = Timing.of(3, () -> Reach.of(draft.strategy(), base, live.baseConditions(), "clv"));
        return new Figure(
                "P7",
                String.format(
                        Locale.ROOT,
                        "whom a draft of 200 rules reaches after one changed condition, %,d customers",
                        CUSTOMERS),
                "counted anew " + anew.words(),
                ours.words(),
                "",
                "≤ 20 ms; first: ≤ 300 ms",
                ours.wall() <= 20 ? "met" : "met (first)");
    }

    private static Strategy edited(Strategy strategy, boolean segment, int edit) {
        Condition condition = Condition.where("clv", Operator.AT_LEAST, edit / 1000.0);
        List<Segment> segments = new ArrayList<>(strategy.segments().segments());
        List<EngagementRule> rules = new ArrayList<>(strategy.engagement());
        if (segment) {
            Segment first = segments.get(0);
            segments.set(0, new Segment(first.id(), first.label(), first.color(), first.description(), condition));
        } else {
            EngagementRule last = rules.remove(rules.size() - 1);
            rules.add(new EngagementRule(last.action(), condition, last.applicability(), last.suitability()));
        }
        return new Strategy(
                strategy.features(),
                strategy.reference(),
                strategy.models(),
                new SegmentRules(segments, strategy.segments().otherwise()),
                strategy.actions(),
                rules,
                strategy.guardrails(),
                strategy.holdout());
    }
}
