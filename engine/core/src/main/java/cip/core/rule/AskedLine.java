package cip.core.rule;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a line of a trace says whoever the customer is, in words and, made once for all customers, as JSON. Immutable. */
public final class AskedLine {
    private final Words words;
    private final SerializedString beforeActual;
    private final SerializedString afterActualMet;
    private final SerializedString afterActualUnmet;

    /**
     * @param text label, operator and value: "Churn risk is at least 60%"
     * @param term name of the term; of a guardrail its name
     * @param operator {@link Operator} by name; of a guardrail GUARDRAIL
     * @param value what it is compared with, formatted; empty when the operator needs none
     * @param group all, any or not: the nearest group around it
     * @param depth groups around it, the outermost "all" not counted
     */
    public record Words(
            String text, String term, String label, String operator, String value, String group, int depth) {}

    public AskedLine(Words words) {
        this.words = words;
        ObjectNode before = JsonNodeFactory.instance
                .objectNode()
                .put("text", words.text())
                .put("term", words.term())
                .put("label", words.label())
                .put("operator", words.operator())
                .put("value", words.value())
                .put("actual", "");
        this.beforeActual = new SerializedString(before.toString().replaceAll("\"}$", ""));
        this.afterActualMet = afterActual(true);
        this.afterActualUnmet = afterActual(false);
    }

    private SerializedString afterActual(boolean met) {
        ObjectNode after = JsonNodeFactory.instance
                .objectNode()
                .put("met", met)
                .put("group", words.group())
                .put("depth", words.depth());
        return new SerializedString("\"," + after.toString().replaceAll("^\\{|}$", ""));
    }

    public Words words() {
        return words;
    }

    /** The JSON object up to the opening quote of what the customer has. */
    SerializedString beforeActual() {
        return beforeActual;
    }

    /** The JSON object from the closing quote of what the customer has, still open. */
    SerializedString afterActualMet() {
        return afterActualMet;
    }

    SerializedString afterActualUnmet() {
        return afterActualUnmet;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AskedLine line && words.equals(line.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
