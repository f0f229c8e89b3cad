package cip.server.imports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time of a transaction: {@code 2024-01-05}, {@code 2024-01-05T10:00}, {@code 2024-01-05 10:00:00.123} or the
 * like with {@code Z} or an offset. Without one it is UTC. Any other spelling is refused, because 05/02 is two days.
 */
final class TimeCell {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T']['t'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);
    /** Clocks differ, and a local time read as UTC may seem up to a day ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Instant latest;
    private final Notices notices;

    TimeCell(Instant now, Notices notices) {
        this.latest = now.plus(AHEAD);
        this.notices = notices;
    }

    /** {@code null} after {@code refuse} was told why. */
    @Nullable
    Instant read(String text, Consumer<String> refuse) {
        Instant time = parse(text);
        if (time == null) {
            refuse.accept(
                    "is not an ISO date or time, such as 2024-01-31 or 2024-01-31T18:30:00Z; others are never guessed");
            return null;
        }
        if (time.isAfter(latest)) {
            refuse.accept("is in the future");
            return null;
        }
        if (!time.isAfter(Instant.EPOCH)) {
            refuse.accept("is 1970-01-01 or before, which systems write for an unknown time");
            return null;
        }
        return time;
    }

    private @Nullable Instant parse(String text) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return null;
        }
        Instant plain = PlainTime.parse(text);
        if (plain != null) {
            return plain;
        }
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime exact) {
                return exact.toInstant();
            }
            if (parsed instanceof LocalDateTime local) {
                notices.count("times have no offset and were read as UTC.");
                return local.toInstant(ZoneOffset.UTC);
            }
            return LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
