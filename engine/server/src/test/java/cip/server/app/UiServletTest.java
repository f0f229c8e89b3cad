package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiServletTest {
    @TempDir
    Path classPath;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void pack() throws Exception {
        Path ui = classPath.resolve("ui");
        Files.createDirectories(ui.resolve("assets"));
        Files.writeString(ui.resolve("index.html"), "<!doctype html>");
        Files.writeString(ui.resolve("assets/app-1a2b.js"), "plain();");
        Files.writeString(ui.resolve("assets/app-1a2b.js.br"), "brotli");
        Files.writeString(ui.resolve("files.txt"), "/index.html aaa\n/assets/app-1a2b.js bbb\n");
        server.addConnector(connector);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void pagesOfTheConsoleAreTheIndexAndAreAskedForAgain() throws Exception {
        start("ui/");
        for (String path : new String[] {"/", "/customers/42", "/segments"}) {
            HttpResponse<String> page = get(path, Map.of());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).isEqualTo("<!doctype html>");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
        assertThat(get("/", Map.of("If-None-Match", "\"aaa\"")).statusCode()).isEqualTo(304);
    }

    @Test
    void assetsAreKeptForGoodAndComePacked() throws Exception {
        start("ui/");
        HttpResponse<String> packed = get("/assets/app-1a2b.js", Map.of("Accept-Encoding", "gzip, br"));
        assertThat(packed.body()).isEqualTo("brotli");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(packed.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(packed.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(get("/assets/app-1a2b.js", Map.of("Accept-Encoding", "br;q=0"))
                        .body())
                .isEqualTo("plain();");
    }

    @Test
    void aMissingFileIsNotThePage() throws Exception {
        start("ui/");
        assertThat(get("/assets/gone.js", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aJarWithoutTheConsoleSaysSo() throws Exception {
        start("nothing/");
        HttpResponse<String> answer = get("/", Map.of());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("built without the console");
    }

    private void start(String folder) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            ServletContextHandler context = new ServletContextHandler("/");
            context.addServlet(new ServletHolder(new UiServlet(ConsoleFiles.load(loader, folder))), "/*");
            server.setHandler(context);
        }
        server.start();
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
