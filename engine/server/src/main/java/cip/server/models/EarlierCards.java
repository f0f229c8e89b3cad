package cip.server.models;

import cip.server.models.ModelCard.Origin;
import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.spi.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes cards that were written before they had members for where the rows came from, whether a leak was measured, and
 * when the recipe was learned and measured again. All of this stood in their sentences, in exactly these words; what has the
 * member already is left as it is. Sentences of cards written today are read by nobody.
 */
final class EarlierCards {
    private static final String OWN_CUSTOMERS = "own customers as of ";
    private static final String SYNTHETIC = "synthetic retailer, ";
    private static final String HELD_BACK = ", a fifth held back to meet the champion on";
    private static final String MEASURED_LEAK = "With attributes as they are today ";
    private static final String LATER = "out of time";
    private static final String KNOWING_TODAY = "all inputs";
    private static final Pattern TIME_CUT =
            Pattern.compile("Learned as of (\\S+), measured on what customers did in the (\\d+) days from (\\S+) on\\."
                    + "(?: Left out[^:]*: (.+)\\.)?");

    private EarlierCards() {}

    static void complete(ObjectNode card) {
        if (card.get("data") instanceof ObjectNode data) {
            completeData(data);
        }
        for (JsonNode each : card.path("evidence").path("findings")) {
            if (each instanceof ObjectNode finding && !finding.has("measured")) {
                finding.put(
                        "measured",
                        finding.path("kind").asText().equals(Evidence.Finding.Kind.TIME_LEAK.name())
                                && finding.path("text").asText().startsWith(MEASURED_LEAK));
            }
        }
        for (JsonNode each : card.path("evidence").path("tables")) {
            if (each instanceof ObjectNode table
                    && table.path("name").asText().equals(OutOfTime.TABLE)
                    && !table.has("cut")) {
                completeOutOfTime(table);
            }
        }
    }

    private static void completeData(ObjectNode data) {
        String source = data.path("source").asText();
        if (!data.has("origin")) {
            Origin origin = source.startsWith(OWN_CUSTOMERS)
                    ? Origin.OWN_CUSTOMERS
                    : source.startsWith(SYNTHETIC) ? Origin.SYNTHETIC : Origin.ELSEWHERE;
            data.put("origin", origin.name());
        }
        if (!data.has("heldBack")) {
            data.put("heldBack", source.endsWith(HELD_BACK));
        }
    }

    private static void completeOutOfTime(ObjectNode table) {
        Matcher title = TIME_CUT.matcher(table.path("title").asText());
        if (title.matches()) {
            ObjectNode cut = table.putObject("cut");
            cut.put("learned", title.group(1));
            cut.put("measured", title.group(3));
            cut.put("days", Integer.parseInt(title.group(2)));
            ArrayNode leftOut = cut.putArray("leftOut");
            if (title.group(4) != null) {
                for (String name : title.group(4).split(", ")) {
                    leftOut.add(name);
                }
            }
        }
        for (JsonNode each : table.path("rows")) {
            if (each instanceof ObjectNode row && !row.has("role")) {
                String label = row.path("label").asText();
                row.put(
                        "role",
                        Role.of(label.startsWith(LATER), label.endsWith(KNOWING_TODAY))
                                .name());
            }
        }
    }
}
