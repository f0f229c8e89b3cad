package cip.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    /** @param requests sent in turns, a round of all of them counting as {@code requests.size()} requests */
    static Load put(StartedProcess server, List<byte[]> requests, Duration warmUp, Duration measured) throws Exception {
        run(server, requests, warmUp);
        Duration cpu = server.cpu();
        long start = System.nanoTime();
        long[] nanos = run(server, requests, measured);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMicros = server.cpu().minus(cpu).toNanos() / 1e3;
        Arrays.sort(nanos);
        return new Load(
                nanos.length / seconds,
                nanos[nanos.length - 1 - nanos.length / SLOWEST] / 1e6,
                cpuMicros / nanos.length);
    }

    private static long[] run(StartedProcess server, List<byte[]> requests, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<long[]>> futures = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                futures.add(threads.submit(() -> ask(server.port(), requests, first, end)));
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

    private static long[] ask(int port, List<byte[]> requests, int first, long end) throws Exception {
        long[] nanos = new long[1 << 12];
        int asked = 0;
        try (KeptConnection connection = new KeptConnection(port)) {
            while (System.nanoTime() < end) {
                if (asked == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * asked);
                }
                long start = System.nanoTime();
                connection.send(requests.get((first + asked) % requests.size()));
                nanos[asked++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(nanos, asked);
    }
}
