package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;

/**
 * A route that takes JSON by POST and answers JSON without the framework that finds and calls all others, for work so small
 * that the framework would be most of it. It keeps the same promises in the same order: method, media types, who calls,
 * whether they may, size and pace of the body; every refusal is a {@link Problem}. The method that does the work bears the
 * annotations of a route, from which its roles and its description are taken; nothing else looks at them.
 *
 * @param <T> what the body is read as
 */
public abstract class PlainRoute<T> extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_BYTES = 8 * 1024;

    private final transient Way way;
    private final transient Admission admission;
    private final transient ObjectReader reader;
    private final transient ObjectWriter writer;
    private final transient ProblemMapper problems = new ProblemMapper();

    /**
     * What requests pass before they are worked on.
     *
     * @param callers finds out who sends a request; empty = nobody known
     * @param bodies limits their bodies
     */
    public record Way(Function<HttpServletRequest, Optional<Caller>> callers, BodyLimit bodies, ObjectMapper json) {}

    protected PlainRoute(Way way, Class<T> body) {
        this.way = way;
        this.admission = Arrays.stream(getClass().getMethods())
                .flatMap(method -> Admission.of(method, getClass()).stream())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The route " + getClass() + " does not say who may call it."));
        this.reader = way.json().readerFor(body);
        this.writer = way.json().writer();
    }

    /** Does the work and writes the answer, in one piece. */
    protected abstract void answer(T body, Caller caller, HttpServletRequest request, HttpServletResponse answer)
            throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        try {
            if (request.getMethod().equals("OPTIONS")) {
                allowed(answer);
                return;
            }
            requireJson(request);
            Caller caller = way.callers().apply(request).orElseThrow(Caller::unknown);
            admission.require(caller);
            answer(read(request), caller, request, answer);
        } catch (EofException left) {
            // Nobody waits for the answer any more.
        } catch (IOException | RuntimeException | Error failure) {
            write(problems.toResponse(failure), answer);
        }
    }

    private static void allowed(HttpServletResponse answer) throws IOException {
        answer.setHeader("Allow", "POST,OPTIONS");
        answer.setContentType(MediaType.TEXT_PLAIN);
        answer.getOutputStream().write("POST, OPTIONS".getBytes(StandardCharsets.US_ASCII));
    }

    private static void requireJson(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            throw new NotAllowedException("POST", new String[] {"OPTIONS"});
        }
        String type = request.getHeader("Content-Type");
        if (type == null ? request.getContentLengthLong() != 0 : !isJson(type)) {
            throw new NotSupportedException();
        }
        Enumeration<String> accepted = request.getHeaders("Accept");
        if (accepted.hasMoreElements() && Collections.list(accepted).stream().noneMatch(PlainRoute::acceptsJson)) {
            throw new NotAcceptableException();
        }
    }

    private static boolean isJson(String type) {
        return type.equals(MediaType.APPLICATION_JSON)
                || withoutParameters(type).equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    private static boolean acceptsJson(String header) {
        if (header.isBlank() || header.equals(MediaType.APPLICATION_JSON) || header.equals(MediaType.WILDCARD)) {
            return true;
        }
        return Arrays.stream(header.split(",", -1))
                .map(PlainRoute::withoutParameters)
                .anyMatch(type -> type.equals(MediaType.WILDCARD) || type.equals("application/*") || isJson(type));
    }

    private static String withoutParameters(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }

    private T read(HttpServletRequest request) throws IOException {
        return read(way.bodies().limited(request.getInputStream(), request.getContentLengthLong()));
    }

    /** @throws EngineException INVALID_VALUE when there is nothing to read */
    protected final T read(InputStream body) throws IOException {
        try (JsonParser parser = reader.createParser(body)) {
            T read = parser.nextToken() == null ? null : reader.readValue(parser);
            if (read == null) {
                throw new EngineException(ErrorCode.INVALID_VALUE, "The body is missing, must not be null.").about("");
            }
            return read;
        }
    }

    /** What is written as an answer. */
    @FunctionalInterface
    protected interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes an answer, whole before any of it is sent, so that a failure can still be told. */
    protected final void write(HttpServletResponse answer, Body body) throws IOException {
        write(HttpServletResponse.SC_OK, MediaType.APPLICATION_JSON, bytes(body), answer);
    }

    protected final byte[] bytes(Body body) throws IOException {
        ByteArrayBuilder bytes = new ByteArrayBuilder(FIRST_BYTES);
        try (JsonGenerator json = writer.createGenerator(bytes)) {
            body.write(json);
        }
        return bytes.toByteArray();
    }

    /** Writes an answer that is not worth a way of its own. */
    protected final void write(Response response, HttpServletResponse answer) throws IOException {
        if (answer.isCommitted()) {
            return;
        }
        response.getStringHeaders().forEach((name, values) -> answer.setHeader(name, String.join(",", values)));
        Object entity = response.getEntity();
        byte[] bytes = entity instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : writer.writeValueAsBytes(entity);
        write(response.getStatus(), response.getMediaType().toString(), bytes, answer);
    }

    private static void write(int status, String type, byte[] bytes, HttpServletResponse answer) throws IOException {
        answer.setStatus(status);
        answer.setContentType(type);
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }
}
