package cip.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The console as the build packed it under {@code ui/} of the class path, in memory. {@code ui/files.txt} names each file
 * and its SHA-256, separated by a space; beside a file {@code x} there may be {@code x.br} and {@code x.gz}.
 */
final class ConsoleFiles {
    private static final String INDEX = "index.html";

    private final Map<String, ConsoleFile> files;

    private ConsoleFiles(Map<String, ConsoleFile> files) {
        this.files = Map.copyOf(files);
    }

    /** @param folder of the class path, e.g. {@code ui/}; a folder without files.txt gives no files */
    static ConsoleFiles load(ClassLoader loader, String folder) {
        byte @Nullable [] list = read(loader, folder + "files.txt");
        Map<String, ConsoleFile> files = new HashMap<>();
        for (String line : list == null ? List.<String>of() : lines(list)) {
            int space = line.lastIndexOf(' ');
            if (space <= 0) {
                continue;
            }
            String path = relative(line.substring(0, space).strip());
            byte @Nullable [] plain = read(loader, folder + path);
            if (plain == null) {
                throw new IllegalStateException(folder + "files.txt names " + path + ", which is not there.");
            }
            files.put(
                    path,
                    new ConsoleFile(
                            path,
                            line.substring(space + 1),
                            plain,
                            read(loader, folder + path + ".br"),
                            read(loader, folder + path + ".gz")));
        }
        return new ConsoleFiles(files);
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte @Nullable [] read(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    boolean isEmpty() {
        return !files.containsKey(INDEX);
    }

    /** The file under a path; for a page of the console, which it names itself, the index. */
    Optional<ConsoleFile> at(String path) {
        String name = relative(path);
        ConsoleFile file = files.get(name);
        if (file != null) {
            return Optional.of(file);
        }
        boolean page = name.substring(name.lastIndexOf('/') + 1).indexOf('.') < 0;
        return page ? Optional.ofNullable(files.get(INDEX)) : Optional.empty();
    }
}
