package cip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * P12: from starting the process to its first decision, after a first start that made the database and an API key. No
 * class-data archive and no customers in the base: what it costs to start the server and compile the strategy.
 */
final class StartToDecision implements Measurement {
    private static final int TIMES = 3;
    private static final String HEAP = "1g";
    private static final double GOAL_SECONDS = 2.5;
    private static final double FIRST_GOAL_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public List<String> rows() {
        return List.of("P12");
    }

    @Override
    public List<Figure> measure() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        byte[] decision;
        int port;
        try (RunningProduct first = RunningProduct.start(folder, HEAP)) {
            port = first.process().port();
            decision = DecisionsOverHttp.decisions(DecisionsOverHttp.customers(), first.authorization(), false)
                    .get(0);
        }
        Path configuration = folder.resolve("config.yml");
        double[] seconds = new double[TIMES];
        double[] cpuSeconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            try (StartedProcess server = RunningProduct.again(folder, configuration, port, HEAP)) {
                awaitDecision(port, decision);
                seconds[i] = (System.nanoTime() - begin) / 1e9;
                cpuSeconds[i] = server.cpu().toMillis() / 1e3;
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(cpuSeconds);
        double median = seconds[TIMES / 2];
        return List.of(new Figure(
                "P12",
                "start to first decision, without class-data archive, empty base",
                "",
                String.format(Locale.ROOT, "%.1f s (%.1f s of CPU)", median, cpuSeconds[TIMES / 2]),
                "",
                "≤ 2.5 s with archive; first: ≤ 10 s",
                median <= GOAL_SECONDS ? "met" : Figure.verdict(median <= FIRST_GOAL_SECONDS) + " (first)"));
    }

    private static void awaitDecision(int port, byte[] decision) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (KeptConnection connection = new KeptConnection(port)) {
                connection.send(decision);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }
}
