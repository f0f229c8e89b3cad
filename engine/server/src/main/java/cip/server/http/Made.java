package cip.server.http;

import org.jspecify.annotations.Nullable;

/**
 * What a POST made, as it is answered.
 *
 * @param status 200, 201 or 202
 * @param location where to find it, e.g. {@code /api/jobs/7}; {@code null} = nowhere
 * @param body written as JSON
 */
public record Made(int status, @Nullable String location, Object body) {
    public static Made created(String location, Object body) {
        return new Made(201, location, body);
    }

    /** For work that goes on in a job. */
    public static Made accepted(String location, Object body) {
        return new Made(202, location, body);
    }
}
