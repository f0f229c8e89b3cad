package cip.server.imports.csv;

import java.util.Arrays;

/**
 * Tells a file's encoding from all of its bytes, fed in order.
 *
 * <p>A byte order mark decides. Otherwise the file is UTF-8, unless bytes that are not UTF-8 occur, no multi-byte
 * character of UTF-8 does, and every one of those bytes is a printable character of windows-1252: a single good
 * multi-byte character means a damaged UTF-8 file, whose bad rows are better rejected than read as other letters. The
 * two halves of a byte order mark side by side ({@code FF FE}) are damage too.
 */
final class EncodingSurvey {
    private static final int HEAD = 512;

    private final byte[] head = new byte[HEAD];
    private long length;
    private long zeroBytes;
    private long multiByteCharacters;
    private long foreignBytes;
    private boolean damaged;
    private int previous;
    /** Bytes still to come of the character being read, and the range its next byte must be in. */
    private int pending;

    private int lowest;
    private int highest;

    void accept(byte[] bytes, int offset, int count) {
        if (length < HEAD) {
            System.arraycopy(bytes, offset, head, (int) length, (int) Math.min(count, HEAD - length));
        }
        length += count;
        int i = offset;
        int end = offset + count;
        while (i < end) {
            if (pending == 0 && bytes[i] > 0) {
                previous = bytes[i++];
                continue;
            }
            accept(bytes[i++] & 0xFF);
        }
    }

    long length() {
        return length;
    }

    byte[] head() {
        return Arrays.copyOf(head, (int) Math.min(length, HEAD));
    }

    /** Whether bytes occur that the encoding found cannot hold; their rows will be rejected. */
    boolean hasInvalidBytes() {
        return encoding() == Encoding.UTF_8 && foreignBytes > 0;
    }

    /** Whether the bytes look like UTF-16 although no byte order mark says so. */
    boolean isUnmarkedUtf16() {
        return !isMarked() && zeroBytes > length / 4;
    }

    Encoding encoding() {
        byte[] start = head();
        for (Encoding encoding : Encoding.values()) {
            if (encoding.marks(start)) {
                return encoding;
            }
        }
        boolean western = foreignBytes > 0 && multiByteCharacters == 0 && !damaged;
        return western ? Encoding.WINDOWS_1252 : Encoding.UTF_8;
    }

    private boolean isMarked() {
        byte[] start = head();
        return Arrays.stream(Encoding.values()).anyMatch(encoding -> encoding.marks(start));
    }

    private void accept(int value) {
        if (pending > 0) {
            continueCharacter(value);
        } else if (value >= 0x80) {
            beginCharacter(value);
        } else if (value == 0) {
            zeroBytes++;
        }
        previous = value;
    }

    /** The lead bytes of table 3-7 of the Unicode standard. */
    private void beginCharacter(int value) {
        lowest = 0x80;
        highest = 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            pending = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            pending = 2;
            lowest = value == 0xE0 ? 0xA0 : 0x80;
            highest = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            pending = 3;
            lowest = value == 0xF0 ? 0x90 : 0x80;
            highest = value == 0xF4 ? 0x8F : 0xBF;
        } else {
            foreign(value);
        }
    }

    private void continueCharacter(int value) {
        if (value < lowest || value > highest) {
            pending = 0;
            foreign(previous);
            if (value >= 0x80) {
                beginCharacter(value);
            }
            return;
        }
        lowest = 0x80;
        highest = 0xBF;
        if (--pending == 0) {
            multiByteCharacters++;
        }
    }

    private void foreign(int value) {
        foreignBytes++;
        boolean undefined = value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D;
        boolean halvesOfMark = value == 0xFE && previous == 0xFF || value == 0xFF && previous == 0xFE;
        damaged |= undefined || halvesOfMark;
    }
}
