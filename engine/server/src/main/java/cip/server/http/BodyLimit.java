package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;

/**
 * Refuses a request body, also one that grows while it is unzipped, beyond a number of bytes or a time. Strangers may send
 * so little that {@link WholeBodies} has it all before a thread reads it; files that are streamed to disk may be of any
 * size, and of any length while they keep coming.
 */
public final class BodyLimit implements DynamicFeature {
    private static final long LARGEST_OF_STRANGERS = 16 * 1024;
    private static final long LEAST_BYTES_PER_SECOND = 1024;

    private final long largest;
    private final Duration longest;

    /**
     * @param largest in bytes
     * @param longest time until a body must be whole; a file that is streamed must only keep coming after it
     */
    public BodyLimit(long largest, Duration longest) {
        this.largest = largest;
        this.longest = longest;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method route = resource.getResourceMethod();
        if (route.isAnnotationPresent(UnlimitedBody.class)) {
            context.register(new Limiter(Long.MAX_VALUE, longest, LEAST_BYTES_PER_SECOND));
        } else {
            boolean forStrangers = route.isAnnotationPresent(PermitAll.class);
            context.register(new Limiter(forStrangers ? Math.min(largest, LARGEST_OF_STRANGERS) : largest, longest, 0));
        }
    }

    /**
     * The body of a request of somebody who has signed in, limited as on any other route.
     *
     * @param length as the request declares it, in bytes; -1 = it does not
     */
    InputStream limited(InputStream body, long length) {
        requireNoMore(length, largest);
        return new LimitedStream(body, largest, new BodyPace(System.nanoTime(), longest, 0));
    }

    private static void requireNoMore(long length, long largest) {
        if (length > largest) {
            throw tooLarge(largest);
        }
    }

    private static EngineException tooLarge(long largest) {
        return new EngineException(
                ErrorCode.TOO_LARGE, "The body has more than the " + largest + " bytes allowed on this route.");
    }

    private record Limiter(long largest, Duration longest, long bytesPerSecond) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            requireNoMore(request.getLength(), largest);
            // Asked first: the answer may wrap the stream, as its first byte is looked at.
            if (request.hasEntity()) {
                BodyPace pace = new BodyPace(System.nanoTime(), longest, bytesPerSecond);
                request.setEntityStream(new LimitedStream(request.getEntityStream(), largest, pace));
            }
        }
    }

    private static final class LimitedStream extends FilterInputStream {
        private final long largest;
        private final BodyPace pace;
        private long seen;

        LimitedStream(InputStream in, long largest, BodyPace pace) {
            super(in);
            this.largest = largest;
            this.pace = pace;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int bytes = super.read(buffer, offset, length);
            count(bytes);
            return bytes;
        }

        /** @param bytes -1 = the body is whole */
        private void count(int bytes) {
            if (bytes < 0) {
                return;
            }
            seen += bytes;
            if (seen > largest) {
                throw tooLarge(largest);
            }
            pace.require(seen);
        }
    }
}
