package cip.server.imports;

/** How headers are compared: letters and digits only, whatever their case, so Annual-Income is annual_income. */
final class HeaderName {
    private HeaderName() {}

    static String compared(String header) {
        StringBuilder kept = new StringBuilder(header.length());
        header.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
