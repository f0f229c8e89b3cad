package cip.server.http;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.errors.EofExceptionWriterInterceptor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EofException;

/**
 * Lets whoever asked leave before the answer is whole without noise: a browser that closes its page is no failure, but the
 * libraries below log each with a stack trace. The first write that fails ends the answer: what writes it is told so by an
 * EofException, which Dropwizard's interceptor takes quietly, and whatever is written after it goes nowhere. Streams of
 * events, whose libraries log that exception too, are not told: their sender asks {@link #left}.
 */
public final class QuietLeaving implements Filter {
    private static final String LEFT = QuietLeaving.class.getName();

    private QuietLeaving() {}

    /** For every route. */
    public static void install(Environment environment) {
        environment.jersey().register(new EofExceptionWriterInterceptor(environment.metrics()));
        environment
                .servlets()
                .addFilter("quiet-leaving", new QuietLeaving())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean events = request instanceof HttpServletRequest http
                && http.getRequestURI().endsWith("/events");
        Listener listener = new Listener(events);
        request.setAttribute(LEFT, listener.left());
        chain.doFilter(request, new Response((HttpServletResponse) response, listener));
    }

    /** Turns true when the sender of the request has left. */
    public static AtomicBoolean left(HttpServletRequest request) {
        return request.getAttribute(LEFT) instanceof AtomicBoolean left ? left : new AtomicBoolean();
    }

    /** Whoever reads the answer. @param events whether it is a stream of events */
    private record Listener(boolean events, AtomicBoolean left) {
        Listener(boolean events) {
            this(events, new AtomicBoolean());
        }

        /** Writes, or says that there is nobody to write for. */
        void write(Writing writing) throws EofException {
            attempt(writing);
            if (left.get() && !events) {
                throw new EofException("Whoever asked has left.");
            }
        }

        /** Writes when somebody still listens. */
        void attempt(Writing writing) {
            if (left.get()) {
                return;
            }
            try {
                writing.run();
            } catch (IOException gone) {
                left.set(true);
            }
        }
    }

    private static final class Response extends HttpServletResponseWrapper {
        private final Listener listener;

        Response(HttpServletResponse response, Listener listener) {
            super(response);
            this.listener = listener;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new UntilTheyLeave(super.getOutputStream(), listener);
        }

        @Override
        public void flushBuffer() {
            listener.attempt(super::flushBuffer);
        }
    }

    private static final class UntilTheyLeave extends ServletOutputStream {
        private final ServletOutputStream out;
        private final Listener listener;

        UntilTheyLeave(ServletOutputStream out, Listener listener) {
            this.out = out;
            this.listener = listener;
        }

        @Override
        public void write(int value) throws IOException {
            listener.write(() -> out.write(value));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            listener.write(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            listener.attempt(out::flush);
        }

        @Override
        public void close() {
            listener.attempt(out::close);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
