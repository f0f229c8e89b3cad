package cip.server.decisions;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.server.ServerConnector;

/** Asks this server for decisions as a stranger, who is refused each time: what serves requests gets its exercise. */
final class Unanswered {
    private static final int TIMEOUT_MILLIS = 2_000;

    private Unanswered() {}

    /** @param end when to stop, as the nanosecond clock of the process has it */
    static void ask(ServerConnector connector, List<byte[]> bodies, long end) throws IOException {
        InetAddress host = connector.getHost() == null
                ? InetAddress.getLoopbackAddress()
                : InetAddress.getByName(connector.getHost());
        try (Socket socket = new Socket(
                host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host, connector.getLocalPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (int i = 0; System.nanoTime() < end; i++) {
                byte[] body = bodies.get(i % bodies.size());
                String head = "POST " + SingleDecisionResource.PATH + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
                byte[] request = new byte[head.length() + body.length];
                System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
                System.arraycopy(body, 0, request, head.length(), body.length);
                out.write(request);
                skipAnswer(in);
            }
        }
    }

    private static void skipAnswer(InputStream in) throws IOException {
        int length = 0;
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
