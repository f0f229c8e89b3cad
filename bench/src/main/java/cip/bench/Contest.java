package cip.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Runs several ways of doing the same work in turns in one thread and gives the median CPU time of each per unit. Turns
 * alternate so that whatever else the machine does falls on all of them; CPU time of the thread rather than elapsed time
 * because the machine may be shared. Every entrant is warmed up for a fixed time first. What the work computes is summed
 * up and shown, so that no compiler can leave it out.
 */
final class Contest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final long warmUpNanos;
    private final int rounds;

    /** @param units of work in one run, e.g. rows @param work returns something that depends on all of it */
    record Entrant(int units, DoubleSupplier work) {}

    /** @param warmUpSeconds of CPU for each entrant @param rounds measured */
    Contest(double warmUpSeconds, int rounds) {
        this.warmUpNanos = (long) (warmUpSeconds * 1e9);
        this.rounds = rounds;
    }

    /** Median microseconds of CPU per unit, in the order of the entrants. */
    double[] medianMicros(List<Entrant> entrants) {
        double sum = 0;
        for (Entrant entrant : entrants) {
            long end = THREADS.getCurrentThreadCpuTime() + warmUpNanos;
            do {
                sum += entrant.work().getAsDouble();
            } while (THREADS.getCurrentThreadCpuTime() < end);
        }
        double[][] micros = new double[entrants.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < micros.length; i++) {
                Entrant entrant = entrants.get(i);
                long start = THREADS.getCurrentThreadCpuTime();
                sum += entrant.work().getAsDouble();
                micros[i][round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / entrant.units();
            }
        }
        System.err.println("  (checksum " + sum + ")");
        return Arrays.stream(micros)
                .mapToDouble(runs -> Arrays.stream(runs).sorted().toArray()[rounds / 2])
                .toArray();
    }
}
