package cip.server.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of the console.
 *
 * @param path below the root, e.g. {@code assets/index-3f2a.js}
 * @param sha256 of the plain bytes
 * @param brotli {@code null} = not packed that way
 * @param gzip {@code null} = not packed that way
 */
record ConsoleFile(String path, String sha256, byte[] plain, byte @Nullable [] brotli, byte @Nullable [] gzip) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    String type() {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Whether the name changes with the content, so that a browser may keep it for good. */
    boolean isImmutable() {
        return path.startsWith("assets/");
    }
}
