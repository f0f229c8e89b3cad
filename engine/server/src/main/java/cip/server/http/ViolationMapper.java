package cip.server.http;

import cip.core.error.ErrorCode;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Turns everything that is wrong with a request's fields into one {@link Problem} that names them all. */
public final class ViolationMapper implements ExceptionMapper<JerseyViolationException> {
    @Override
    public Response toResponse(JerseyViolationException failure) {
        List<String> findings = failure.getConstraintViolations().stream()
                .map(ViolationMapper::finding)
                .sorted()
                .toList();
        return Problem.of(ErrorCode.INVALID_VALUE, String.join(" ", findings), findings)
                .response();
    }

    private static String finding(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String field = path.substring(path.lastIndexOf('.') + 1);
        return field + " " + violation.getMessage() + ".";
    }
}
