package cip.server.decisions;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.server.ServerConnector;

/** Asks this server for decisions over several connections at once, so that what serves requests gets its exercise. */
final class RehearsedRequests {
    private static final int CONNECTIONS = 4;
    private static final int TIMEOUT_MILLIS = 2_000;

    private RehearsedRequests() {}

    /** @param word of the {@link Rehearsal} @param end when to stop, as the nanosecond clock of the process has it */
    static void ask(ServerConnector connector, String word, List<byte[]> bodies, long end) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                sockets.add(connect(connector));
            }
            List<InputStream> answers = new ArrayList<>();
            for (Socket socket : sockets) {
                answers.add(new BufferedInputStream(socket.getInputStream()));
            }
            for (int i = 0; System.nanoTime() < end; i += CONNECTIONS) {
                for (int k = 0; k < CONNECTIONS; k++) {
                    sockets.get(k).getOutputStream().write(request(word, bodies.get((i + k) % bodies.size())));
                }
                for (InputStream answer : answers) {
                    skipAnswer(answer);
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket connect(ServerConnector connector) throws IOException {
        InetAddress host = connector.getHost() == null
                ? InetAddress.getLoopbackAddress()
                : InetAddress.getByName(connector.getHost());
        Socket socket = new Socket(
                host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host, connector.getLocalPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static byte[] request(String word, byte[] body) {
        byte[] head = ("POST " + SingleDecisionResource.PATH + " HTTP/1.1\r\nHost: localhost\r\n" + Rehearsal.HEADER
                        + ": "
                        + word + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static void skipAnswer(InputStream in) throws IOException {
        int length = 0;
        String status = line(in);
        if (!status.startsWith("http/1.1 200")) {
            throw new IOException("a rehearsal was answered " + status);
        }
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString().toLowerCase(Locale.ROOT);
    }
}
