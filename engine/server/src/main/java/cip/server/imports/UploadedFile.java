package cip.server.imports;

import java.time.Instant;

/**
 * A file that waits to be imported.
 *
 * @param fileId made by the server, and the only part of its path
 * @param fileName as the sender called it; shown, never used as a path
 */
record UploadedFile(String fileId, String fileName, long sizeBytes, String uploadedBy, Instant uploadedAt) {}
