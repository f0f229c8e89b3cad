package cip.server.drafts;

import cip.core.contact.ContactLimit;
import cip.core.contact.ContactPolicy;
import cip.core.contact.ContactPolicyJson;
import cip.core.decide.StrategyProblem;
import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The contact policy of a draft, which may be unfinished. */
final class DraftContact {
    static final String PART = "contact";

    private DraftContact() {}

    /** Of a draft that lets everybody be contacted at any time. */
    static ObjectNode none() {
        return ContactPolicyJson.write(ContactPolicy.none());
    }

    /** The part without limits that cannot be read, each of which is a problem. */
    static JsonNode readable(JsonNode part, List<StrategyProblem> problems) {
        List<ContactLimit> limits = new ArrayList<>();
        for (JsonNode limit : part.path("limits")) {
            try {
                limits.add(ContactPolicyJson.readLimit(limit));
            } catch (EngineException unreadable) {
                problems.add(new StrategyProblem(
                        PART + "/" + limit.path("id").asText(), String.valueOf(unreadable.getMessage())));
            }
        }
        ObjectNode readable = part.deepCopy();
        return readable.set(
                "limits",
                ContactPolicyJson.write(new ContactPolicy(limits, List.of())).get("limits"));
    }
}
