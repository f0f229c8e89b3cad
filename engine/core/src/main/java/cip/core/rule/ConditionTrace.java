package cip.core.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.List;

/**
 * Why a condition holds for one customer or does not: every comparison in reading order with what the customer has. Made by
 * {@link ConditionTraces}.
 *
 * @param matched whether the whole condition holds
 */
public record ConditionTrace(boolean matched, List<Line> lines) {
    public ConditionTrace {
        lines = List.copyOf(lines);
    }

    /**
     * One comparison or guardrail, as it came out for one customer.
     *
     * @param asked what the line says whoever the customer is
     * @param actual what the customer has, formatted; "missing" when nothing is known
     * @param met whether the comparison itself holds, also inside "not"
     * @param because of a term that a table gives: which of its rows gave it and why, in words; else empty
     */
    public record Line(AskedLine asked, String actual, boolean met, String because) {
        /** Label, operator and value: "Churn risk is at least 60%". */
        public String text() {
            return asked.words().text();
        }

        public String term() {
            return asked.words().term();
        }

        public String label() {
            return asked.words().label();
        }

        public String operator() {
            return asked.words().operator();
        }

        public String value() {
            return asked.words().value();
        }

        public String group() {
            return asked.words().group();
        }

        public int depth() {
            return asked.words().depth();
        }

        /** Writes the line as a JSON object; what is the same for every customer is not written anew. */
        public void write(JsonGenerator json) throws IOException {
            json.writeRawValue(asked.beforeActual());
            json.writeRaw(quotable(actual));
            json.writeRaw(met ? asked.afterActualMet() : asked.afterActualUnmet());
            if (!because.isEmpty()) {
                json.writeRaw(",\"because\":\"");
                json.writeRaw(quotable(because));
                json.writeRaw('"');
            }
            json.writeRaw('}');
        }

        /** The text as it stands between quotes. */
        private static String quotable(String text) {
            return isPlain(text)
                    ? text
                    : new String(JsonStringEncoder.getInstance().quoteAsString(text));
        }

        private static boolean isPlain(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || c == '"' || c == '\\') {
                    return false;
                }
            }
            return true;
        }
    }
}
