package cip.server.audiences;

/**
 * What a file turned out to be.
 *
 * @param rows customers in it
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
record WrittenFile(long rows, long sizeBytes, String sha256, Suppressed suppressed) {}
