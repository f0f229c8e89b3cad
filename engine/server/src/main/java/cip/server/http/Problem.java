package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 says it.
 *
 * @param type {@code /problems/<code>}
 * @param title the same for every occurrence of the code
 * @param status of HTTP
 * @param code for programs
 * @param detail what was found, what expected, where
 * @param hint the likely reason; absent when there is no likely one
 * @param errors every single finding with the field it is about; absent when the request as a whole is meant
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String hint,
        List<FieldProblem> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String HINT_LINE = "\nMaybe";
    private static final int RETRY_AFTER_SECONDS = 5;

    public static Problem of(EngineException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        int hint = message.indexOf(HINT_LINE);
        String detail = hint < 0 ? message : message.substring(0, hint);
        return new Problem(
                failure.code(),
                HttpStatus.of(failure.code()),
                detail,
                hint < 0 ? null : message.substring(hint + 1),
                failure.field().map(field -> new FieldProblem(field, detail)).stream()
                        .toList());
    }

    public static Problem of(ErrorCode code, String detail) {
        return of(new EngineException(code, detail));
    }

    public static Problem of(ErrorCode code, String detail, List<FieldProblem> errors) {
        return new Problem(code, HttpStatus.of(code), detail, null, errors);
    }

    /** For a refusal that HTTP itself defines, such as 405. */
    static Problem ofStatus(int status, String reason) {
        String code = reason.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return new Problem(
                "/problems/" + code.toLowerCase(Locale.ROOT), reason, status, code, reason + ".", null, List.of());
    }

    private Problem(ErrorCode code, int status, String detail, @Nullable String hint, List<FieldProblem> errors) {
        this(
                "/problems/" + code.name().toLowerCase(Locale.ROOT),
                title(code),
                status,
                code.name(),
                detail,
                hint,
                errors);
    }

    private static String title(ErrorCode code) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        if (status == HttpStatus.UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }
}
