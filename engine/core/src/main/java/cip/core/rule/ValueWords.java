package cip.core.rule;

import cip.spi.FeatureColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values of one term as people read them: a probability in percent, money with its sign, other numbers with their unit
 * unless the label already says it.
 */
final class ValueWords {
    private static final String MISSING = "missing";
    private static final int MOST_DIGITS = 12;
    private static final int DIGITS_OF_A_GROUP = 3;
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    /** Below it, a number times a power of ten is off by less than {@link #TIE}: what is not that near to a tie rounds alike. */
    private static final double SURE = 1e9;

    private static final double TIE = 1e-6;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Term term;
    private final boolean saysActual;
    private final Optional<Currency> currency;
    private final Unit unit;

    /** What follows a number that is neither a probability nor money. @param one follows 1 and -1 */
    private record Unit(String one, String many) {}

    ValueWords(Term term) {
        this(term, true);
    }

    /** @param saysActual whether it says what a customer has, rather than {@value Term#MASK} */
    ValueWords(Term term, boolean saysActual) {
        this.term = term;
        this.saysActual = saysActual;
        this.currency = currency(term.unit());
        this.unit = unit(term);
    }

    /** A literal, every digit that matters. */
    String literal(Literal literal) {
        if (literal instanceof Literal.OfNumber number) {
            return exact(number.value());
        }
        if (literal instanceof Literal.OfYesNo yesNo) {
            return yesNo(yesNo.value());
        }
        if (literal instanceof Literal.OfText text) {
            return word(text.value());
        }
        if (literal instanceof Literal.Range range) {
            return exact(range.low()) + " and " + exact(range.high());
        }
        if (literal instanceof Literal.OfNumbers numbers) {
            return join(numbers.values().stream().map(this::exact).toList());
        }
        return literal instanceof Literal.OfTexts texts
                ? join(texts.values().stream().map(this::word).toList())
                : "";
    }

    /** What a customer has, a number rounded as usual. */
    Actual actual(FeatureColumn column, int row) {
        if (column instanceof FeatureColumn.TextColumn texts) {
            String text = texts.values()[row];
            return Actual.exact(text == null ? MISSING : saysActual ? word(text) : Term.MASK);
        }
        double number = ((FeatureColumn.NumberColumn) column).values()[row];
        if (Double.isNaN(number)) {
            return Actual.exact(MISSING);
        }
        if (!saysActual) {
            return Actual.exact(Term.MASK);
        }
        if (term.type() == Term.Type.YES_NO) {
            return Actual.exact(yesNo(number == 1));
        }
        BigDecimal near = near(number, usualDigits(number));
        return new Actual(words(near), number + 0.0, near.doubleValue() + 0.0);
    }

    /**
     * What a customer has, in words.
     *
     * @param number what it is; NaN = the words hide nothing
     * @param near what the words say it is
     */
    record Actual(String words, double number, double near) {
        static Actual exact(String words) {
            return new Actual(words, Double.NaN, Double.NaN);
        }

        /** Whether the words seem to lie on the side of all thresholds on which the number lies. */
        boolean keepsTo(double[] thresholds) {
            return Double.isNaN(number) || onOneSide(near, number, thresholds);
        }
    }

    /** A number, rounded as usual. */
    String rounded(double number) {
        return rounded(number, new double[0]);
    }

    private String word(String text) {
        return Quoting.text(term.valueLabels().getOrDefault(text, text));
    }

    private String exact(double number) {
        return words(new BigDecimal(Numbers.plain(number)));
    }

    /** A number, rounded, but never so far that it seems to lie on the other side of a threshold or on it. */
    String rounded(double number, double[] thresholds) {
        for (int digits = usualDigits(number); digits < MOST_DIGITS; digits++) {
            BigDecimal near = near(number, digits);
            if (onOneSide(near.doubleValue() + 0.0, number + 0.0, thresholds)) {
                return words(near);
            }
        }
        return exact(number);
    }

    private BigDecimal near(double number, int digits) {
        int scale = term.isProbability() ? digits + 2 : digits;
        double scaled = Math.abs(number) * (scale < TENS.length ? TENS[scale] : Double.NaN);
        long whole = (long) scaled;
        double rest = scaled - whole;
        if (scaled < SURE && Math.abs(rest - 0.5) > TIE) {
            long rounded = rest > 0.5 ? whole + 1 : whole;
            return BigDecimal.valueOf(number < 0 ? -rounded : rounded, scale);
        }
        return new BigDecimal(Numbers.plain(number)).setScale(scale, RoundingMode.HALF_UP);
    }

    private static boolean onOneSide(double near, double number, double[] thresholds) {
        for (double threshold : thresholds) {
            if (Integer.signum(Double.compare(near, threshold)) != Integer.signum(Double.compare(number, threshold))) {
                return false;
            }
        }
        return true;
    }

    /** Digits after the point that people care about, before percent or unit are added. */
    private int usualDigits(double number) {
        double size = Math.abs(term.isProbability() ? number * 100 : number);
        if (term.isProbability()) {
            return size == 0 || size >= 1 ? 0 : 2;
        }
        if (size == Math.rint(size) || size >= 1_000) {
            return 0;
        }
        if (currency.isPresent()) {
            return size >= 100 ? 0 : 2;
        }
        return size >= 100 ? 1 : size >= 0.1 ? 2 : 4;
    }

    private String words(BigDecimal number) {
        if (term.isProbability()) {
            return grouped(number.movePointRight(2)) + "%";
        }
        if (currency.isEmpty()) {
            return grouped(number) + (number.abs().compareTo(BigDecimal.ONE) == 0 ? unit.one() : unit.many());
        }
        String symbol = currency.get().getSymbol(Locale.US);
        BigDecimal amount = number.abs().stripTrailingZeros();
        String digits = amount.scale() == 1 ? grouped(amount) + "0" : grouped(amount);
        return (number.signum() < 0 ? "-" : "") + symbol + (symbol.length() > 1 ? " " : "") + digits;
    }

    private static String grouped(BigDecimal number) {
        StringBuilder digits = new StringBuilder(number.stripTrailingZeros().toPlainString());
        int first = number.signum() < 0 ? 1 : 0;
        int point = digits.indexOf(".");
        for (int i = (point < 0 ? digits.length() : point) - DIGITS_OF_A_GROUP; i > first; i -= DIGITS_OF_A_GROUP) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    private static Unit unit(Term term) {
        String unit = term.unit();
        if (unit.isEmpty() || unit.equals("1")) {
            return new Unit("", "");
        }
        if (unit.equals("%") || unit.equals("percent")) {
            return new Unit("%", "%");
        }
        String label = term.label().toLowerCase(Locale.ROOT);
        boolean said = List.of(unit.toLowerCase(Locale.ROOT).split("\\W+")).stream()
                .filter(word -> word.length() > 3)
                .anyMatch(word -> label.contains(word.endsWith("s") ? word.substring(0, word.length() - 1) : word));
        if (said) {
            return new Unit("", "");
        }
        boolean plural = unit.matches("\\p{Alpha}{3,}s");
        return new Unit(" " + (plural ? unit.substring(0, unit.length() - 1) : unit), " " + unit);
    }

    /** The currency when the unit is its code, alone or before a period as in {@code EUR per year}. */
    private static Optional<Currency> currency(String unit) {
        String code = unit.split(" ", 2)[0];
        return CURRENCIES.contains(code) ? Optional.of(Currency.getInstance(code)) : Optional.empty();
    }

    /** What a rounded number must stay on its side of. */
    static double[] thresholds(Literal literal) {
        if (literal instanceof Literal.OfNumber number) {
            return new double[] {number.value()};
        }
        if (literal instanceof Literal.Range range) {
            return new double[] {range.low(), range.high()};
        }
        return literal instanceof Literal.OfNumbers numbers
                ? numbers.values().stream().mapToDouble(Double::doubleValue).toArray()
                : new double[0];
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String join(List<String> values) {
        return String.join(", ", values);
    }
}
