package cip.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.BadMessageException;

/**
 * How long a body may take, from its first byte. Within the grace anything goes, so that a busy machine never hangs up on a
 * short body; after it a body must be whole, or, when a file is sent, have come at a least rate since.
 *
 * @param bytesPerSecond on the average after the grace; 0 = the body must be whole by then
 */
record BodyPace(long startNanos, Duration grace, long bytesPerSecond) {
    /** @throws BadMessageException 408 when the body, of which so many bytes have come, is too slow */
    void require(long bytes) {
        long late = System.nanoTime() - startNanos - grace.toNanos();
        if (late <= 0) {
            return;
        }
        double needed = (double) bytesPerSecond * late / TimeUnit.SECONDS.toNanos(1);
        if (bytesPerSecond == 0 || bytes < needed) {
            throw new BadMessageException(
                    HttpStatus.REQUEST_TIMEOUT, "The body was not sent within " + grace.toSeconds() + " s.");
        }
    }
}
