package cip.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole under their name or not there at all, also after a power cut. */
public final class DurableFiles {
    private DurableFiles() {}

    /**
     * Gives a finished file its name: its bytes reach the disk, then the name, then the folder's entry.
     *
     * @param finished in the same folder as {@code name}; its writers are closed
     */
    public static void moveIntoPlace(Path finished, Path name) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(name.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
