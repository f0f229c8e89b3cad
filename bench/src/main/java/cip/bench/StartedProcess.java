package cip.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a Java process of its own, with what it used of the processor; ended when closed. */
final class StartedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Process process;
    private final int port;
    private final Path log;

    private StartedProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts a class of this class path and returns when its port answers.
     *
     * @param heap the largest, as Java's option has it, e.g. {@code 1g}
     */
    static StartedProcess start(Class<?> main, int port, Path log, String heap, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CIP_FIRST_PASSWORD", ProductFolder.PASSWORD);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        StartedProcess started = new StartedProcess(process, port, log);
        started.awaitPort();
        return started;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** CPU time that the process has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The most memory that the process had resident so far, as Linux counts it. */
    long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the process has printed a text. */
    void awaitPrinted(String text) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The server never said " + text + ":\n" + Files.readString(log));
            }
            Thread.sleep(20);
        }
    }

    private void awaitPort() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IllegalStateException("The server did not start:\n" + Files.readString(log), notYet);
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
