package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a request body, also one that grows while it is unzipped, beyond a number of bytes. */
public final class BodyLimit implements DynamicFeature {
    private final long largest;

    /** @param largest in bytes */
    public BodyLimit(long largest) {
        this.largest = largest;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (!resource.getResourceMethod().isAnnotationPresent(UnlimitedBody.class)) {
            context.register(new Limiter(largest));
        }
    }

    private static EngineException tooLarge(long largest) {
        return new EngineException(
                ErrorCode.TOO_LARGE, "The body has more than the " + largest + " bytes allowed on this route.");
    }

    private record Limiter(long largest) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getLength() > largest) {
                throw tooLarge(largest);
            }
            if (request.hasEntity()) {
                request.setEntityStream(new LimitedStream(request.getEntityStream(), largest));
            }
        }
    }

    private static final class LimitedStream extends FilterInputStream {
        private final long largest;
        private long seen;

        LimitedStream(InputStream in, long largest) {
            super(in);
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int bytes = super.read(buffer, offset, length);
            count(bytes);
            return bytes;
        }

        private void count(int bytes) {
            seen += Math.max(0, bytes);
            if (seen > largest) {
                throw tooLarge(largest);
            }
        }
    }
}
