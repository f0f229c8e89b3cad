package cip.server.http;

import cip.core.error.ErrorCode;
import io.dropwizard.jersey.validation.JerseyViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.Parameter;
import org.jspecify.annotations.Nullable;

/** Turns everything that is wrong with a request's fields into one {@link Problem} that names them all. */
public final class ViolationMapper implements ExceptionMapper<JerseyViolationException> {
    @Override
    public Response toResponse(JerseyViolationException failure) {
        List<FieldProblem> problems = failure.getConstraintViolations().stream()
                .map(violation -> problem(violation, failure.getInvocable()))
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .toList();
        String detail = problems.stream()
                .map(finding -> (finding.field().isEmpty() ? "The body" : finding.field()) + " " + finding.message())
                .collect(Collectors.joining(" "));
        return Problem.of(ErrorCode.INVALID_VALUE, detail, problems).response();
    }

    private static FieldProblem problem(ConstraintViolation<?> violation, Invocable route) {
        return new FieldProblem(
                field(violation, route), found(violation.getInvalidValue()) + ", " + violation.getMessage() + ".");
    }

    /** What a value is like; a text is not repeated, because it may be a password. */
    private static String found(@Nullable Object value) {
        if (value == null) {
            return "is missing";
        }
        if (value instanceof CharSequence text) {
            return "has " + text.length() + " characters";
        }
        if (value instanceof Collection<?> entries) {
            return "has " + entries.size() + " entries";
        }
        return value instanceof Number || value instanceof Boolean ? "is " + value : "is not as expected";
    }

    /** Empty = the body as a whole. */
    private static String field(ConstraintViolation<?> violation, Invocable route) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                field.append(parameter(node.as(Path.ParameterNode.class).getParameterIndex(), route));
                continue;
            }
            if (node.isInIterable()) {
                field.append('[')
                        .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                        .append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return field.toString();
    }

    private static String parameter(int index, Invocable route) {
        Parameter parameter = route.getParameters().get(index);
        return Objects.requireNonNullElse(parameter.getSourceName(), "");
    }
}
