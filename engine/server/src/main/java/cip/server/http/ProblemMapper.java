package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns everything a route can throw into a {@link Problem}. What the caller sent wrongly is never a 500; what we did
 * wrongly tells the caller nothing but a number that is in the log.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof EngineException known) {
            return known(known);
        }
        if (failure instanceof ParamException parameter && !(parameter instanceof ParamException.PathParamException)) {
            return parameter(parameter);
        }
        if (failure instanceof WebApplicationException http) {
            return http(http);
        }
        if (failure instanceof JsonProcessingException json && !(json instanceof InvalidDefinitionException)) {
            return json(json).response();
        }
        if (failure instanceof HttpException http && http.getCode() < HttpStatus.INTERNAL) {
            return Problem.ofStatus(http.getCode(), "Bad request").response();
        }
        if (failure instanceof IOException || failure.getCause() instanceof ZipException) {
            return Problem.of(ErrorCode.INVALID_VALUE, "The body of the request broke off or is not valid HTTP.")
                    .response();
        }
        return unexpected(failure);
    }

    private static Response known(EngineException failure) {
        if (failure.code().kind() == ErrorCode.Kind.INTERNAL) {
            return unexpected(failure);
        }
        if (failure.code().kind() == ErrorCode.Kind.EXTERNAL) {
            LOG.warn("{}: {}", failure.code(), failure.getMessage(), failure);
        }
        return Problem.of(failure).response();
    }

    private static Response parameter(ParamException failure) {
        String name = failure.getParameterName();
        return Problem.of(new EngineException(
                                ErrorCode.INVALID_VALUE, "The parameter " + name + " has another type than expected.")
                        .about(name))
                .response();
    }

    private static Response http(WebApplicationException failure) {
        Response meant = failure.getResponse();
        if (meant.hasEntity() || meant.getStatus() < HttpStatus.BAD_REQUEST) {
            return meant;
        }
        if (meant.getStatus() >= HttpStatus.INTERNAL) {
            return unexpected(failure);
        }
        Response problem = Problem.ofStatus(
                        meant.getStatus(), meant.getStatusInfo().getReasonPhrase())
                .response();
        String allow = meant.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    private static Problem json(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return Problem.of(
                    ErrorCode.INVALID_VALUE,
                    "The JSON is nested too deeply, or one of its texts or numbers is too long.");
        }
        String where = failure instanceof JsonMappingException mapping ? path(mapping) : "";
        String line = failure.getLocation() == null
                ? ""
                : " (line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ")";
        String reason = firstSentence(failure);
        if (where.isEmpty()) {
            return Problem.of(ErrorCode.INVALID_VALUE, "The body is not the JSON expected" + line + ": " + reason);
        }
        return Problem.of(
                ErrorCode.INVALID_VALUE,
                "The field " + where + " is not as expected" + line + ": " + reason,
                List.of(new FieldProblem(where, reason)));
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** Jackson's reason without the names of our classes. */
    private static String firstSentence(JacksonException failure) {
        String reason = failure.getOriginalMessage();
        int end = reason.indexOf('\n') < 0 ? reason.length() : reason.indexOf('\n');
        String first = reason.substring(0, end);
        if (first.startsWith("Unrecognized field")) {
            return "there is no such field.";
        }
        if (first.startsWith("Cannot map `null`")) {
            return "it is missing.";
        }
        if (first.startsWith("Duplicate field")) {
            return "it is there twice.";
        }
        return first.contains("`") || first.contains("cip.") || first.contains("java.")
                ? "its value has another type than expected."
                : first;
    }

    private static Response unexpected(Throwable failure) {
        String number = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {}", number, failure);
        return Problem.of(
                        ErrorCode.INTERNAL,
                        "The product failed unexpectedly; the log names the reason under " + number + ".")
                .response();
    }
}
