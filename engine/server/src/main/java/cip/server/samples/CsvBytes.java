package cip.server.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A growing piece of a CSV file in UTF-8: commas, line feeds, and no quotes because nothing in a sample needs them. Written
 * for speed: numbers and times go from digits to bytes without a text between.
 */
final class CsvBytes {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LONGEST_NUMBER = 24;

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private boolean rowBegun;

    void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        begin(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    void whole(long value) {
        begin(LONGEST_NUMBER);
        digits(value);
    }

    /** @param decimals how many digits after the point, always as many */
    void decimal(double value, int decimals) {
        begin(LONGEST_NUMBER);
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(Math.abs(value) * scale);
        if (value < 0 && scaled > 0) {
            bytes[length++] = '-';
        }
        digits(scaled / scale);
        bytes[length++] = '.';
        padded(scaled % scale, decimals);
    }

    /** As short as it is exact to a hundredth: {@code 45}, {@code 4.5}, {@code 19.95}. */
    void shortest(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            whole(hundredths / 100);
        } else {
            decimal(value, hundredths % 10 == 0 ? 1 : 2);
        }
    }

    void date(LocalDate value) {
        begin(LONGEST_NUMBER);
        day(value);
    }

    /** UTC, to the second: {@code 2026-06-30T08:15:00Z}. */
    void time(long epochSecond) {
        begin(LONGEST_NUMBER);
        day(LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_PER_DAY)));
        int second = (int) Math.floorMod(epochSecond, (long) SECONDS_PER_DAY);
        bytes[length++] = 'T';
        padded(second / 3600, 2);
        bytes[length++] = ':';
        padded(second / 60 % 60, 2);
        bytes[length++] = ':';
        padded(second % 60, 2);
        bytes[length++] = 'Z';
    }

    void missing() {
        begin(0);
    }

    void endRow() {
        reserve(1);
        bytes[length++] = '\n';
        rowBegun = false;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void begin(int room) {
        reserve(room + 1);
        if (rowBegun) {
            bytes[length++] = ',';
        }
        rowBegun = true;
    }

    private void reserve(int room) {
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + room));
        }
    }

    private void day(LocalDate date) {
        padded(date.getYear(), 4);
        bytes[length++] = '-';
        padded(date.getMonthValue(), 2);
        bytes[length++] = '-';
        padded(date.getDayOfMonth(), 2);
    }

    /** @param value not negative */
    private void digits(long value) {
        int count = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            count++;
        }
        padded(value, count);
    }

    private void padded(long value, int width) {
        long rest = value;
        for (int i = length + width - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
    }
}
