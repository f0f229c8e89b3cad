package cip.server.imports;

/**
 * Numbers as files write them: digits with one decimal separator, a sign, an exponent; nothing else. Thousands
 * separators, currencies, hexadecimal and infinity are refused, because guessing wrong once multiplies by a thousand.
 */
final class NumberCell {
    private NumberCell() {}

    /** NaN when the text is no number. */
    static double parse(String text, char decimalSeparator) {
        if (!isNumber(text, decimalSeparator)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(decimalSeparator == '.' ? text : text.replace(decimalSeparator, '.'));
        return Double.isInfinite(number) ? Double.NaN : number + 0.0;
    }

    /** Why {@link #parse} said no. */
    static String reason(String text, char decimalSeparator) {
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return "is not a number";
        }
        if (text.matches("[+-]?0[xX][0-9a-fA-F]+")) {
            return "is hexadecimal, expected is a decimal number";
        }
        if (text.matches("[+-]?\\d{1,3}([.,' \u00A0\u202F_]\\d{3})+([.,]\\d+)?")) {
            return "has thousands separators, expected are digits with decimal separator " + decimalSeparator;
        }
        if (isNumber(text, decimalSeparator)) {
            return "is too large to be held";
        }
        char other = decimalSeparator == '.' ? ',' : '.';
        if (isNumber(text, other)) {
            return "has the decimal separator " + other + ", expected is " + decimalSeparator;
        }
        return "is not a plain number; currency signs, units and other characters are not read";
    }

    private static boolean isNumber(String text, char decimalSeparator) {
        int i = 0;
        int end = text.length();
        if (i < end && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        int whole = digits(text, i);
        i += whole;
        int fraction = 0;
        if (i < end && text.charAt(i) == decimalSeparator) {
            fraction = digits(text, ++i);
            i += fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < end && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
                i++;
            }
            int exponent = digits(text, i);
            i += exponent;
            return i == end && exponent > 0 && exponent <= 3;
        }
        return i == end;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - from;
    }
}
