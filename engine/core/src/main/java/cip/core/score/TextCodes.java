package cip.core.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes of a text field: {@value #MISSING} = missing, {@value #OTHER} = any text that the model does not mention, then
 * one for each text that it does.
 */
final class TextCodes {
    static final int MISSING = 0;
    static final int OTHER = 1;
    /** Stands for the texts that the model does not mention. */
    static final String ANY_OTHER = "\u0000any other";

    private final Map<String, Integer> codes = new LinkedHashMap<>();

    TextCodes(Set<String> mentioned) {
        for (String text : mentioned) {
            codes.put(text, codes.size() + 2);
        }
    }

    /** How many codes there are. */
    int size() {
        return codes.size() + 2;
    }

    int code(String text) {
        return codes.getOrDefault(text, OTHER);
    }

    /** The texts that the model mentions, in the order of their codes. */
    List<String> mentioned() {
        return List.copyOf(codes.keySet());
    }
}
