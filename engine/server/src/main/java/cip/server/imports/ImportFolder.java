package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** The files of imports in the data folder. All names are made here; a file is whole under its name or not there. */
final class ImportFolder {
    private static final String UPLOAD = ".upload";
    private static final String ERRORS = ".errors.csv";
    private static final String PART = ".part";

    private final Path folder;

    ImportFolder(Path dataFolder) {
        this.folder = dataFolder.resolve("imports").toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made.", e);
        }
    }

    Path upload(String fileId) {
        return named(fileId, UPLOAD);
    }

    Path errors(String jobId) {
        return named(jobId, ERRORS);
    }

    private Path named(String id, String kind) {
        if (!id.matches("[0-9a-f-]{36}")) {
            throw new EngineException(ErrorCode.NOT_FOUND, "There is no file with the id " + Shown.value(id) + ".");
        }
        return folder.resolve(id + kind);
    }

    /**
     * Streams a file to disk; returns its size.
     *
     * @throws EngineException TOO_LARGE
     */
    long receive(InputStream in, String fileId, long largest) throws IOException {
        Path part = folder.resolve(fileId + PART);
        try {
            long size = copy(in, part, largest);
            DurableFiles.moveIntoPlace(part, upload(fileId));
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long copy(InputStream in, Path part, long largest) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > largest) {
                    throw new EngineException(
                            ErrorCode.TOO_LARGE,
                            "The file is larger than the " + largest + " bytes allowed.\n"
                                    + "Maybe it can be split, or imports.largestFile in config.yml raised.");
                }
                out.write(buffer, 0, count);
            }
        }
        return size;
    }

    /** A folder for somebody's own files, which they delete. */
    Path temporary(String id) throws IOException {
        return Files.createDirectories(named(id, ".folder"));
    }

    /** Where to write a file that will be called {@code name}. */
    Path part(Path name) {
        return folder.resolve(name.getFileName() + PART);
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be deleted.", e);
        }
    }

    /** Deletes what was last written before an instant. */
    void deleteBefore(Instant instant) {
        delete(file -> Files.getLastModifiedTime(file).toInstant().isBefore(instant));
    }

    /** Deletes what a crash left unfinished; nothing may be written meanwhile. */
    void deleteUnfinished() {
        delete(file -> file.toString().endsWith(PART));
    }

    private void delete(Condition condition) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file) && condition.holds(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be cleaned.", e);
        }
    }

    private interface Condition {
        boolean holds(Path file) throws IOException;
    }
}
