package cip.server.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The shop's own time, in years from the beginning of the two recorded years. It runs faster when people buy more (before
 * Christmas, on Saturdays, at noon and in the evening), and every 365 days make exactly one year of it. A process with
 * constant rates in shop time therefore has a season in calendar time, and its formulas stay closed.
 */
final class RetailCalendar {
    static final int DAYS_PER_YEAR = 365;
    /** Two recorded years, and the one to come. */
    static final int YEARS = 3;
    /** Shop time of the cut between the recorded years and the one to come. */
    static final double CUT = 2;

    private static final double[] MONTHS = {.82, .80, .92, .96, 1, .95, .90, .86, .98, 1.04, 1.33, 1.46};
    private static final double[] HOURS = {
        1, .5, .3, .2, .2, .4, 1, 2, 4, 6, 7, 7.5, 7.5, 7, 6, 6, 6.5, 7.5, 8.5, 9, 8.5, 6, 4, 2
    };
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_DAY = 86_400;

    private final long startEpochDay;
    /** Shop time at the beginning of each day, and at the end of the last one. */
    private final double[] days = new double[YEARS * DAYS_PER_YEAR + 1];
    /** The share of a day's shop time gone by at the beginning of each hour, and at the end of the last one. */
    private final double[] hours = new double[HOURS.length + 1];

    /** @param asOf the day at whose beginning (UTC) the recorded years end */
    RetailCalendar(LocalDate asOf) {
        LocalDate start = asOf.minusDays((long) CUT * DAYS_PER_YEAR);
        this.startEpochDay = start.toEpochDay();
        for (int year = 0; year < YEARS; year++) {
            int first = year * DAYS_PER_YEAR;
            double total = 0;
            for (int day = first; day < first + DAYS_PER_YEAR; day++) {
                total += weight(start.plusDays(day));
            }
            double gone = 0;
            for (int day = first; day < first + DAYS_PER_YEAR; day++) {
                days[day] = year + gone / total;
                gone += weight(start.plusDays(day));
            }
        }
        days[days.length - 1] = YEARS;
        double all = Arrays.stream(HOURS).sum();
        for (int hour = 0; hour < HOURS.length; hour++) {
            hours[hour + 1] = hours[hour] + HOURS[hour] / all;
        }
    }

    private static double weight(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        double week = weekday == DayOfWeek.SATURDAY ? 1.35 : weekday == DayOfWeek.SUNDAY ? .8 : .97;
        return MONTHS[day.getMonthValue() - 1] * week;
    }

    /** @param shopTime 0 to {@value #YEARS}, excluded */
    long epochSecond(double shopTime) {
        int day = interval(days, shopTime);
        double ofDay = (shopTime - days[day]) / (days[day + 1] - days[day]);
        int hour = interval(hours, ofDay);
        double ofHour = (ofDay - hours[hour]) / (hours[hour + 1] - hours[hour]);
        long second = Math.min(SECONDS_PER_HOUR - 1, (long) (ofHour * SECONDS_PER_HOUR));
        return (startEpochDay + day) * SECONDS_PER_DAY + (long) hour * SECONDS_PER_HOUR + second;
    }

    /** @param day counted from the beginning of the recorded years; @param share of that day's shop time, 0..1 */
    double shopTime(int day, double share) {
        return days[day] + share * (days[day + 1] - days[day]);
    }

    private static int interval(double[] starts, double value) {
        int found = Arrays.binarySearch(starts, value);
        int index = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(starts.length - 2, index));
    }

    long cutEpochSecond() {
        return LocalDate.ofEpochDay(startEpochDay)
                .plusDays((long) CUT * DAYS_PER_YEAR)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
    }
}
