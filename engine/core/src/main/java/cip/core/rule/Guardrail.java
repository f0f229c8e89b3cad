package cip.core.rule;

import java.util.Set;

/**
 * A condition that the operator wrote in a file.
 *
 * @param file relative to the folder of guardrails, with the line where it begins
 * @param sentence what it means, from {@code @sentence("…")}; its name when there is none
 * @param terms names of all terms it reads
 */
public record Guardrail(String name, String file, int line, String sentence, Set<String> terms) {
    public Guardrail {
        terms = Set.copyOf(terms);
    }
}
