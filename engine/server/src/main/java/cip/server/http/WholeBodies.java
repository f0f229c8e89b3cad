package cip.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a request's body before any thread works on the request, so that senders who trickle their bodies hold a
 * connection and a few bytes each, and never a thread. A body that is not here in time is hung up on. Bodies of more than
 * {@value #MOST_BYTES} bytes go on with what has come: their routes ask who sends them before they read.
 */
public final class WholeBodies extends Handler.Wrapper {
    static final int MOST_BYTES = 128 * 1024;

    private final Duration longest;

    /** @param longest time a body may take */
    public WholeBodies(Duration longest) {
        this.longest = longest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean hasBody = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (!hasBody || request.getLength() > MOST_BYTES) {
            return super.handle(request, response, callback);
        }
        new Arrival(request, response, callback).read();
        return true;
    }

    /** One body on its way; but for {@link #hangUp}, which may come at any time, one thread at a time works on it. */
    private final class Arrival implements Invocable.Task {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Deque<Content.Chunk> rest = new ArrayDeque<>();
        private final AtomicBoolean settled = new AtomicBoolean();
        private Scheduler.@Nullable Task deadline;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** More has come, on a thread that must not work for long. */
        @Override
        public void run() {
            if (arrived()) {
                request.getContext().execute(this::goOn);
            }
        }

        void read() {
            if (arrived()) {
                goOn();
            }
        }

        /** Whether nothing more is waited for. */
        private boolean arrived() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    wait(request);
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    rest.add(chunk);
                    return true;
                }
                keep(chunk);
                if (chunk.isLast()) {
                    rest.add(Content.Chunk.EOF);
                    return true;
                }
                if (bytes.size() >= MOST_BYTES) {
                    return true;
                }
            }
        }

        private void wait(Request from) {
            if (deadline == null) {
                deadline = from.getComponents()
                        .getScheduler()
                        .schedule(this::hangUp, longest.toMillis(), TimeUnit.MILLISECONDS);
            }
            from.demand(this);
        }

        private void keep(Content.Chunk chunk) {
            byte[] part = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(part);
            bytes.writeBytes(part);
            chunk.release();
        }

        private void hangUp() {
            if (!settled.compareAndSet(false, true)) {
                return;
            }
            request.getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(new TimeoutException("The body was not sent within " + longest.toSeconds() + " s."));
        }

        private void goOn() {
            if (!settled.compareAndSet(false, true)) {
                callback.failed(new TimeoutException("The sender was hung up on."));
                return;
            }
            if (deadline != null) {
                deadline.cancel();
            }
            Request whole = new Gathered(request, bytes.toByteArray(), rest);
            try {
                if (!WholeBodies.super.handle(whole, response, callback)) {
                    Response.writeError(whole, response, callback, HttpStatus.NOT_FOUND);
                }
            } catch (Exception | Error failure) {
                Response.writeError(whole, response, callback, failure);
            }
        }
    }

    /** A request whose body is here, or begins here. */
    private static final class Gathered extends Request.Wrapper {
        private final Deque<Content.Chunk> chunks = new ArrayDeque<>();

        Gathered(Request request, byte[] bytes, Deque<Content.Chunk> rest) {
            super(request);
            if (bytes.length > 0) {
                chunks.add(Content.Chunk.from(ByteBuffer.wrap(bytes), false));
            }
            chunks.addAll(rest);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk next = chunks.peek();
            if (next == null) {
                return super.read();
            }
            if (!next.isLast()) {
                chunks.remove();
            }
            return next;
        }

        @Override
        public void demand(Runnable task) {
            if (chunks.isEmpty()) {
                super.demand(task);
            } else {
                task.run();
            }
        }
    }
}
