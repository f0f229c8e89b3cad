package cip.core.rule;

import java.util.Arrays;

/** Up to 1,024 neighbouring rows, one bit each in 16 words; bits after the last row are 0. */
record Block(int from, int rows) {
    static final int ROWS = 1_024;
    static final int WORDS = ROWS / Long.SIZE;

    /** Marks every row of the block. */
    void fill(long[] words) {
        Arrays.fill(words, 0);
        int full = rows / Long.SIZE;
        Arrays.fill(words, 0, full, -1L);
        if (rows % Long.SIZE != 0) {
            words[full] = -1L >>> -rows;
        }
    }

    /** Turns every mark of the block around. */
    void invert(long[] words) {
        int full = rows / Long.SIZE;
        for (int i = 0; i < full; i++) {
            words[i] = ~words[i];
        }
        if (rows % Long.SIZE != 0) {
            words[full] = ~words[full] & -1L >>> -rows;
        }
    }

    boolean isFull(long[] words) {
        int marked = 0;
        for (long word : words) {
            marked += Long.bitCount(word);
        }
        return marked == rows;
    }

    static boolean isEmpty(long[] words) {
        long marked = 0;
        for (long word : words) {
            marked |= word;
        }
        return marked == 0;
    }
}
