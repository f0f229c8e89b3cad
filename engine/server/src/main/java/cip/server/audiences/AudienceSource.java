package cip.server.audiences;

import cip.core.action.Action;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.ConditionJson;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which customers an audience chooses. */
public sealed interface AudienceSource {
    /** The rows chosen, before anybody is suppressed. */
    BitSet rows(AudienceBase base);

    /** The choice in words. */
    String sentence(AudienceBase base);

    /** @throws EngineException when the base's strategy does not know what the choice speaks of */
    void require(AudienceBase base);

    /** @throws EngineException NOT_ALLOWED when the choice asks for personal data that the caller may not see */
    default void requireCountable(PersonalData personal, AudienceBase base, Caller caller) {}

    /** The channel that the choice is meant for; empty = none in particular. */
    default Optional<String> channel(AudienceBase base) {
        return Optional.empty();
    }

    /** {@code {"segment":"at_risk"}}, {@code {"action":"win_back_email"}} or {@code {"condition":…}}. */
    JsonNode toJson();

    /** @throws EngineException INVALID_VALUE or INVALID_CONDITION naming what is wrong */
    static AudienceSource read(JsonNode json) {
        List<String> kinds = List.of("segment", "action", "condition").stream()
                .filter(json::has)
                .toList();
        if (kinds.size() != 1 || json.size() != 1) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The source of an audience has exactly one of segment, action and condition, found "
                                    + json.properties().stream()
                                            .map(java.util.Map.Entry::getKey)
                                            .toList() + ".")
                    .about("source");
        }
        JsonNode value = json.get(kinds.get(0));
        if (kinds.get(0).equals("condition")) {
            try {
                return new OfCondition(ConditionJson.read(value));
            } catch (EngineException refused) {
                throw refused.about("source.condition");
            }
        }
        if (!value.isTextual()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE, "The " + kinds.get(0) + " of an audience's source is not a text.")
                    .about("source." + kinds.get(0));
        }
        return kinds.get(0).equals("segment") ? new OfSegment(value.textValue()) : new OfAction(value.textValue());
    }

    /** Customers in one segment. */
    record OfSegment(String segment) implements AudienceSource {
        @Override
        public BitSet rows(AudienceBase base) {
            return AudienceRows.inSegment(base, segment);
        }

        @Override
        public String sentence(AudienceBase base) {
            return "Segment is " + Objects.requireNonNullElse(base.segments().get(segment), segment);
        }

        @Override
        public void require(AudienceBase base) {
            if (!base.segments().containsKey(segment)) {
                throw new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "There is no segment " + segment + ".\nMaybe one of these was meant: "
                                        + String.join(", ", base.segments().keySet()) + ".")
                        .about("source.segment");
            }
        }

        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance.objectNode().put("segment", segment);
        }
    }

    /** Customers to whom one action is recommended first. */
    record OfAction(String action) implements AudienceSource {
        @Override
        public BitSet rows(AudienceBase base) {
            return AudienceRows.withTopAction(base, action);
        }

        @Override
        public String sentence(AudienceBase base) {
            return "Recommended action is "
                    + base.actions().action(action).map(Action::name).orElse(action);
        }

        @Override
        public void require(AudienceBase base) {
            if (base.actions().action(action).isEmpty()) {
                throw new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "There is no action " + action + ".\nMaybe one of these was meant: "
                                        + base.actions().actions().stream()
                                                .map(Action::id)
                                                .toList() + ".")
                        .about("source.action");
            }
        }

        @Override
        public Optional<String> channel(AudienceBase base) {
            return base.actions().action(action).map(Action::channel);
        }

        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance.objectNode().put("action", action);
        }
    }

    /** Customers who meet a condition. */
    record OfCondition(Condition condition) implements AudienceSource {
        @Override
        public BitSet rows(AudienceBase base) {
            return base.matching(condition);
        }

        @Override
        public String sentence(AudienceBase base) {
            return base.sentence(condition);
        }

        @Override
        public void require(AudienceBase base) {
            try {
                base.require(condition);
            } catch (EngineException refused) {
                throw refused.about("source.condition");
            }
        }

        @Override
        public void requireCountable(PersonalData personal, AudienceBase base, Caller caller) {
            try {
                personal.requireCountable(condition, base.vocabulary(), caller);
            } catch (EngineException refused) {
                throw refused.about("source.condition");
            }
        }

        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance.objectNode().set("condition", ConditionJson.write(condition));
        }
    }
}
