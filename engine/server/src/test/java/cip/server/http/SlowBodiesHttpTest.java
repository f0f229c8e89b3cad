package cip.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Logged;
import cip.server.app.RunningEngine;
import io.dropwizard.testing.ConfigOverride;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Senders who take their time, on real connections to a server that waits five seconds for a body. */
class SlowBodiesHttpTest {
    private static final int PATIENCE_MILLIS = 120_000;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2(
            ConfigOverride.config("requests.bodyTimeout", "5 seconds"),
            ConfigOverride.config("server.maxThreads", "12"));

    @Test
    void moreTricklersThanThereAreThreadsHoldUpNobodyAndAreHungUpOn() throws Exception {
        List<Socket> tricklers = new ArrayList<>();
        try (Logged logged = new Logged()) {
            for (int i = 0; i < 40; i++) {
                tricklers.add(sent("POST /api/session", "Content-Length: 10000", ""));
            }
            for (int answered = 0; answered < 5; answered++) {
                trickle(tricklers);
                assertThat(ENGINE.stranger().get("/api/session").status()).isEqualTo(401);
            }
            int open = tricklers.size();
            for (long start = System.nanoTime();
                    open > 0 && System.nanoTime() - start < PATIENCE_MILLIS * 1_000_000L; ) {
                open = trickle(tricklers);
            }
            assertThat(open).isZero();
            assertThat(logged.warnings()).isEmpty();
        } finally {
            close(tricklers);
        }
    }

    @Test
    void aBodyThatComesInTwoPartsIsAnsweredLikeAnyOther() throws Exception {
        String body = "{\"username\":\"admin\",\"password\":\"" + RunningEngine.ADMIN_PASSWORD + "\"}";
        try (Socket socket = sent("POST /api/session", "Content-Length: " + body.length(), body.substring(0, 10))) {
            somebodyElseIsAnswered();
            write(socket, body.substring(10));

            assertThat(status(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aChunkedBodyThatComesInPartsIsAnsweredLikeAnyOther() throws Exception {
        String body = "{\"username\":\"admin\",\"password\":\"" + RunningEngine.ADMIN_PASSWORD + "\"}";
        try (Socket socket = sent("POST /api/session", "Transfer-Encoding: chunked", "1\r\n{\r\n")) {
            somebodyElseIsAnswered();
            write(socket, Integer.toHexString(body.length() - 1) + "\r\n" + body.substring(1) + "\r\n");
            somebodyElseIsAnswered();
            write(socket, "0\r\n\r\n");

            assertThat(status(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aStrangerCannotMakeAThreadWaitByALargeBody() throws Exception {
        String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
        try (Socket socket = sent("POST /api/session", "Transfer-Encoding: chunked", chunk.repeat(5))) {
            assertThat(status(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aLargeBodyThatTricklesIsRefusedInTime() throws Exception {
        String start = "{\"condition\":" + " ".repeat(1000);
        try (Socket socket = sent("POST /api/conditions/count", bearer() + "\r\nContent-Length: 400000", start)) {
            assertThat(trickledUntilAnswered(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aFileThatComesInPartsIsAnsweredLikeAnyOther() throws Exception {
        String row = "c,41,61000,480,7.5,North,21\n";
        String header = "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n";
        int rows = 8_000;
        int length = header.length() + rows * row.length();
        String headers = bearer() + "\r\nX-File-Name: slow.csv\r\nContent-Length: " + length;
        try (Socket socket = sent("POST /api/imports/files", headers, header)) {
            for (int part = 0; part < 8; part++) {
                write(socket, row.repeat(rows / 8));
                somebodyElseIsAnswered();
            }
            assertThat(status(socket)).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void aFileWhoseFirstByteComesLateIsReadWhole() throws Exception {
        String csv = "user_id,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency\n"
                + "c,41,61000,480,7.5,North,21\n".repeat(8_000);
        String headers = bearer() + "\r\nConnection: close\r\nX-File-Name: late.csv\r\nContent-Length: " + csv.length();
        try (Socket socket = sent("POST /api/imports/files", headers, "")) {
            somebodyElseIsAnswered();
            write(socket, csv);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201")
                    .contains("\"sizeBytes\":" + csv.length());
        }
    }

    @Test
    void aFileThatTricklesIsRefused() throws Exception {
        String headers = bearer() + "\r\nX-File-Name: slow.csv\r\nContent-Length: 1000000";
        try (Socket socket = sent("POST /api/imports/files", headers, "user_id,age\n")) {
            assertThat(trickledUntilAnswered(socket)).startsWith("HTTP/1.1 408");
        }
    }

    private static String bearer() {
        String key = ENGINE.admin()
                .post("/api/api-keys", "{\"name\":\"slow" + System.nanoTime() + "\",\"roles\":[\"ADMIN\"]}")
                .json()
                .path("key")
                .asText();
        return "Authorization: Bearer " + key;
    }

    private static Socket sent(String route, String headers, String start) throws IOException {
        Socket socket = new Socket("127.0.0.1", ENGINE.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        write(
                socket,
                route + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n"
                        + start);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What was sent before has reached the server by then, and nothing was decided about it. */
    private static void somebodyElseIsAnswered() {
        assertThat(ENGINE.stranger().get("/api/session").status()).isEqualTo(401);
    }

    /** Sends a byte whenever nothing was heard for longer than a body may take; returns the first line of the answer. */
    private static String trickledUntilAnswered(Socket socket) throws IOException {
        socket.setSoTimeout(6_000);
        for (long start = System.nanoTime(); System.nanoTime() - start < PATIENCE_MILLIS * 1_000_000L; ) {
            try {
                return status(socket);
            } catch (SocketTimeoutException stillWaiting) {
                write(socket, "1");
            }
        }
        throw new AssertionError("The server waits for ever.");
    }

    private static String status(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    /** Sends one more byte on each connection; returns how many are still open. */
    private static int trickle(List<Socket> sockets) {
        int open = 0;
        for (Socket socket : sockets) {
            try {
                socket.setSoTimeout(1);
                write(socket, " ");
                open += socket.getInputStream().read() < 0 ? 0 : 1;
            } catch (SocketTimeoutException nothingToRead) {
                open++;
            } catch (IOException hungUpOn) {
                // Not counted.
            }
        }
        return open;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
