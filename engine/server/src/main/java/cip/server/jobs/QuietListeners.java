package cip.server.jobs;

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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets whoever follows a job leave without noise: a browser that closes its page is no failure, but the libraries below log
 * each with a stack trace, some of them before the first event is out. From the first write that fails on, what is
 * written goes nowhere, and {@link #left} tells the sender to stop.
 */
final class QuietListeners implements Filter {
    private static final String LEFT = QuietListeners.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && http.getRequestURI().endsWith("/events")) {
            AtomicBoolean left = new AtomicBoolean();
            request.setAttribute(LEFT, left);
            chain.doFilter(request, new Response((HttpServletResponse) response, left));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Turns true when the sender of the request has left. */
    static AtomicBoolean left(HttpServletRequest request) {
        return request.getAttribute(LEFT) instanceof AtomicBoolean left ? left : new AtomicBoolean();
    }

    private static final class Response extends HttpServletResponseWrapper {
        private final AtomicBoolean left;

        Response(HttpServletResponse response, AtomicBoolean left) {
            super(response);
            this.left = left;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new UntilTheyLeave(super.getOutputStream(), left);
        }

        @Override
        public void flushBuffer() {
            attempt(left, super::flushBuffer);
        }
    }

    private static final class UntilTheyLeave extends ServletOutputStream {
        private final ServletOutputStream out;
        private final AtomicBoolean left;

        UntilTheyLeave(ServletOutputStream out, AtomicBoolean left) {
            this.out = out;
            this.left = left;
        }

        @Override
        public void write(int value) {
            attempt(left, () -> out.write(value));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            attempt(left, () -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            attempt(left, out::flush);
        }

        @Override
        public void close() {
            attempt(left, out::close);
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

    private static void attempt(AtomicBoolean left, Writing writing) {
        if (left.get()) {
            return;
        }
        try {
            writing.run();
        } catch (IOException gone) {
            left.set(true);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
