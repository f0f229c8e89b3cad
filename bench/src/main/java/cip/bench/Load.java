package cip.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * What a server did under a constant number of connections that always ask.
 *
 * @param perSecond requests answered
 * @param p99Millis slowest but one in a hundred
 * @param serverMicros CPU time of the server per request
 */
record Load(double perSecond, double p99Millis, double serverMicros) {
    static final int CONNECTIONS = 16;
    private static final int SLOWEST = 100;

    /** @param requests sent in turns, each counted */
    record Target(StartedProcess server, List<byte[]> requests) {}

    /**
     * Asks the targets in turns, after each has worked itself warm, so that whatever else the machine does falls on all.
     *
     * @param warmUp CPU time that each server spends before: what a compiler does to a cold one is no property of its work
     * @return the median of the rounds, in the order of the targets
     */
    static List<Load> inTurns(List<Target> targets, Duration warmUp, int rounds, Duration round) throws Exception {
        for (Target target : targets) {
            Duration end = target.server().cpu().plus(warmUp);
            while (target.server().cpu().compareTo(end) < 0) {
                run(target, round);
            }
        }
        List<List<Load>> loads = targets.stream()
                .map(target -> (List<Load>) new ArrayList<Load>())
                .toList();
        for (int i = 0; i < rounds; i++) {
            for (int target = 0; target < targets.size(); target++) {
                loads.get(target).add(measure(targets.get(target), round));
            }
        }
        return loads.stream().map(Load::median).toList();
    }

    private static Load measure(Target target, Duration round) throws Exception {
        Duration cpu = target.server().cpu();
        long start = System.nanoTime();
        long[] nanos = run(target, round);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMicros = target.server().cpu().minus(cpu).toNanos() / 1e3;
        Arrays.sort(nanos);
        return new Load(
                nanos.length / seconds,
                nanos[nanos.length - 1 - nanos.length / SLOWEST] / 1e6,
                cpuMicros / nanos.length);
    }

    private static Load median(List<Load> rounds) {
        return new Load(
                median(rounds, Load::perSecond), median(rounds, Load::p99Millis), median(rounds, Load::serverMicros));
    }

    private static double median(List<Load> rounds, ToDoubleFunction<Load> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    private static long[] run(Target target, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<long[]>> futures = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                futures.add(threads.submit(() -> ask(target, first, end)));
            }
            long[] all = new long[0];
            for (Future<long[]> future : futures) {
                long[] some = future.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + some.length);
                System.arraycopy(some, 0, all, before, some.length);
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] ask(Target target, int first, long end) throws Exception {
        long[] nanos = new long[1 << 12];
        int asked = 0;
        try (KeptConnection connection = new KeptConnection(target.server().port())) {
            while (System.nanoTime() < end) {
                if (asked == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * asked);
                }
                long start = System.nanoTime();
                connection.send(target.requests()
                        .get((first + asked) % target.requests().size()));
                nanos[asked++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(nanos, asked);
    }
}
