package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a request on disk, so that none is held in memory; gone when closed. Its name is made here. */
public final class ReceivedFile implements AutoCloseable {
    private static final String KIND = ".received";
    /** So much of a body that is too large is read to its end, or its sender would never see the answer. */
    private static final long READ_AT_MOST = 512L << 20;

    private final Path path;

    private ReceivedFile(Path path) {
        this.path = path;
    }

    /**
     * @param largest in bytes
     * @throws EngineException TOO_LARGE; nothing stays behind
     */
    public static ReceivedFile of(InputStream body, Path folder, long largest) throws IOException {
        Path path = Files.createTempFile(folder, "", KIND);
        try {
            copy(body, path, largest);
            return new ReceivedFile(path);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void copy(InputStream body, Path path, long largest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int count = body.read(buffer); count >= 0 && size <= READ_AT_MOST; count = body.read(buffer)) {
                size += count;
                if (size <= largest) {
                    out.write(buffer, 0, count);
                }
            }
        }
        if (size > largest) {
            throw new EngineException(
                    ErrorCode.TOO_LARGE, "The file has more than the " + largest + " bytes allowed on this route.");
        }
    }

    /** Makes the folder, and removes what a process that was killed left there. */
    public static Path folder(Path dataFolder) {
        Path folder = dataFolder.resolve("received").toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + KIND)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made ready.", e);
        }
        return folder;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
