package cip.server.http;

import org.jspecify.annotations.Nullable;

/**
 * What a POST made, as it is answered.
 *
 * @param status 200, 201 or 202
 * @param location where to find it, e.g. {@code /api/jobs/7}; {@code null} = nowhere
 * @param body written as JSON
 * @param kept the body for whoever sends the request again; another one only where the first holds a secret
 */
public record Made(int status, @Nullable String location, Object body, Object kept) {
    public Made(int status, @Nullable String location, Object body) {
        this(status, location, body, body);
    }

    public static Made created(String location, Object body) {
        return new Made(201, location, body);
    }

    /** For something that is answered whole. */
    public static Made done(Object body) {
        return new Made(200, null, body);
    }

    /** For something with a secret that is shown once and stored nowhere. */
    public static Made createdSecret(String location, Object body, Object withoutSecret) {
        return new Made(201, location, body, withoutSecret);
    }

    /** For work that goes on in a job. */
    public static Made accepted(String location, Object body) {
        return new Made(202, location, body);
    }
}
