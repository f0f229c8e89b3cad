package cip.server.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Serves the console from memory: hashed assets for good, pages to be asked for again, packed as the browser likes. */
final class UiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NO_CONSOLE =
            "This jar was built without the console (-Dskip.ui=true).\nThe API is served under /api.\n";

    private final transient ConsoleFiles files;

    UiServlet(ConsoleFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (files.isEmpty()) {
            text(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, NO_CONSOLE);
            return;
        }
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        Optional<ConsoleFile> file = files.at(path);
        if (file.isEmpty()) {
            text(response, HttpServletResponse.SC_NOT_FOUND, "There is no such file.\n");
            return;
        }
        send(file.get(), request, response);
    }

    private static void send(ConsoleFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", file.isImmutable() ? "public, max-age=31536000, immutable" : "no-cache");
        String accepted = request.getHeader("Accept-Encoding") == null ? "" : request.getHeader("Accept-Encoding");
        byte[] brotli = file.brotli();
        byte[] gzip = file.gzip();
        if (brotli != null && accepts(accepted, "br")) {
            send(file, brotli, "br", request, response);
        } else if (gzip != null && accepts(accepted, "gzip")) {
            send(file, gzip, "gzip", request, response);
        } else {
            send(file, file.plain(), "", request, response);
        }
    }

    private static void send(
            ConsoleFile file, byte[] bytes, String encoding, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + file.sha256() + (encoding.isEmpty() ? "" : "-" + encoding) + "\"";
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(file.sha256())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!encoding.isEmpty()) {
            response.setHeader("Content-Encoding", encoding);
        }
        response.setContentType(file.type());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Whether the header names the encoding and does not refuse it with q=0. */
    private static boolean accepts(String header, String encoding) {
        for (String part : header.split(",", -1)) {
            String[] words = part.strip().split(";", -1);
            if (words[0].strip().equalsIgnoreCase(encoding)) {
                return words.length == 1 || !words[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static void text(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
