package cip.server.audiences;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.DurableFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of exported files. A name is made of the export's id alone. A file is written under a name ending in {@code
 * .partial} and gets its own once it is whole and on the disk.
 */
final class ExportFiles {
    private static final String PARTIAL = ".partial";
    private static final String MANIFEST = ".manifest.json";
    private static final String ID = "[0-9a-f-]{36}";

    private final Path folder;

    ExportFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes the bytes of one file. */
    @FunctionalInterface
    interface Content<T> {
        T write(OutputStream out) throws IOException;
    }

    /** Makes the folder and removes what a crash left half-written; its job begins anew. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            for (Path file : list()) {
                if (file.getFileName().toString().endsWith(PARTIAL)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    <T> T writeData(String exportId, String extension, Content<T> content) {
        return write(data(exportId, extension), content);
    }

    void writeManifest(String exportId, byte[] manifest) {
        write(manifest(exportId), out -> {
            out.write(manifest);
            return manifest;
        });
    }

    /** @throws EngineException NOT_FOUND when the file was removed */
    Path existingData(String exportId, String extension) {
        return existing(data(exportId, extension));
    }

    /** @throws EngineException NOT_FOUND when the file was removed */
    Path existingManifest(String exportId) {
        return existing(manifest(exportId));
    }

    /** Whether both files of an export are in place. */
    boolean has(String exportId, String extension) {
        return Files.isRegularFile(data(exportId, extension)) && Files.isRegularFile(manifest(exportId));
    }

    /** Removes every file of one export, finished or not. */
    void remove(String exportId) {
        checked(exportId);
        try {
            for (Path file : list()) {
                if (file.getFileName().toString().startsWith(exportId)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private <T> T write(Path name, Content<T> content) {
        Path partial = name.resolveSibling(name.getFileName() + PARTIAL);
        try {
            Files.createDirectories(folder);
            T written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
                written = content.write(out);
            }
            DurableFiles.moveIntoPlace(partial, name);
            return written;
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(e);
        }
    }

    private Path data(String exportId, String extension) {
        return folder.resolve(checked(exportId) + "." + extension);
    }

    private Path manifest(String exportId) {
        return folder.resolve(checked(exportId) + MANIFEST);
    }

    private Path existing(Path file) {
        try {
            Path real = file.toRealPath();
            if (real.startsWith(folder.toRealPath())) {
                return real;
            }
        } catch (IOException e) {
            throw gone(e);
        }
        throw gone(null);
    }

    private static EngineException gone(@Nullable Throwable cause) {
        String message =
                "The file of this export is no longer there.\nMaybe its time was over: export the audience again.";
        return cause == null
                ? new EngineException(ErrorCode.NOT_FOUND, message)
                : new EngineException(ErrorCode.NOT_FOUND, message, cause);
    }

    private static String checked(String exportId) {
        if (!exportId.matches(ID)) {
            throw new EngineException(ErrorCode.NOT_FOUND, "There is no export with this id.");
        }
        return exportId;
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static EngineException unwritable(Exception cause) {
        return new EngineException(
                ErrorCode.STORE_UNAVAILABLE,
                "The file of the export cannot be written: " + cause.getMessage()
                        + ".\nMaybe the disk is full, or the engine's user may not write the data folder.",
                cause);
    }
}
