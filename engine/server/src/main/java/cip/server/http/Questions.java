package cip.server.http;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.Interest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks again and again while typing. Such questions form a series and are numbered in the header
 * {@value #HEADER}; once a later one of the same caller is here, whoever works out an earlier one stops. A server cannot see
 * that a browser has hung up before it writes, so the number says it. Thread-safe.
 */
public final class Questions {
    /** {@code <series> <number>}: e.g. {@code k3f9-effect 17}, where the number grows. */
    public static final String HEADER = "Question";

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,64}) ([0-9]{1,15})");
    private static final int SERIES_KNOWN = 10_000;

    private final Map<Series, Long> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Series, Long> eldest) {
            return size() > SERIES_KNOWN;
        }
    };

    private record Series(String caller, String name) {}

    /**
     * The interest in a question that has just come; lasting when it belongs to no series.
     *
     * @throws EngineException INVALID_VALUE when the header has another form; CONFLICT when a later question came before this one
     */
    public Interest in(@Nullable String header, Caller caller) {
        if (header == null) {
            return Interest.lasting();
        }
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The header " + HEADER
                                    + " must be a name of letters, digits, _ and -, a space and a number,"
                                    + " e.g. \"k3f9-effect 17\".")
                    .about(HEADER);
        }
        Series series = new Series(caller.name(), form.group(1));
        long number = Long.parseLong(form.group(2));
        synchronized (newest) {
            newest.merge(series, number, Math::max);
        }
        Interest interest = () -> newest(series) > number;
        interest.require();
        return interest;
    }

    private long newest(Series series) {
        synchronized (newest) {
            return newest.getOrDefault(series, 0L);
        }
    }
}
