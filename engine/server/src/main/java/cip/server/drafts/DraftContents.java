package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contents of drafts that are told by what changed in a saved revision: a large one need not travel at every key. Thread-safe.
 */
public final class DraftContents {
    /** Revisions are never changed, and the few that are being worked on are asked for again and again. */
    private static final int REVISIONS_REMEMBERED = 4;

    /** As many characters as a whole document can be sent with. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Drafts drafts;
    private final Cache<Saved, DraftRevision> revisions =
            Caffeine.newBuilder().maximumSize(REVISIONS_REMEMBERED).build();

    DraftContents(Drafts drafts) {
        this.drafts = drafts;
    }

    private record Saved(String draft, int revision) {}

    /**
     * A document by what changed since it was saved.
     *
     * @param draft its id
     * @param revision that the patch was made from, one of those that are kept
     * @param patch of the document (RFC 6902), e.g. to {@code /tables/0/rows/3/when/1}
     */
    public record DraftChanges(
            @NotBlank String draft,
            int revision,
            @NotNull @Size(max = JsonPatch.MOST_OPERATIONS) List<JsonPatch.@Valid @NotNull PatchOperation> patch) {}

    /** A name, the strategy that is changed, and the document. */
    record Content(String name, StrategyHash basedOn, DraftDocument document) {}

    /**
     * @param document whole; {@code null} = the changes tell it
     * @throws EngineException INVALID_VALUE unless exactly one of both is given; OUTDATED when the revision is not kept
     */
    DraftDocument document(@Nullable JsonNode document, @Nullable DraftChanges changes) {
        boolean whole = document != null && !document.isNull();
        if (document != null && whole && changes == null) {
            return DraftDocument.read(document);
        }
        if (changes != null && !whole) {
            return DraftDocument.read(
                    JsonPatch.applied(saved(changes.draft(), changes.revision()).document(), changes.patch()));
        }
        throw new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "Either the document or the changes of a saved one are expected, not both and not neither.")
                .about("document");
    }

    /**
     * The content after changes of a revision.
     *
     * @param patch of an object with the name, basedOn and the document
     */
    Content patched(String draft, int revision, List<JsonPatch.PatchOperation> patch) {
        DraftRevision saved = saved(draft, revision);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("name", drafts.draft(draft).name());
        content.put("basedOn", saved.basedOn());
        content.set("document", saved.document());
        JsonNode after = JsonPatch.applied(content, patch);
        DraftDocument document = DraftDocument.read(after.path("document"));
        int length = document.text().length();
        if (length > LARGEST) {
            throw new EngineException(
                    ErrorCode.TOO_LARGE,
                    "The draft would have " + length + " characters, at most " + LARGEST + " are allowed.");
        }
        return new Content(text(after, "name"), new StrategyHash(text(after, "basedOn")), document);
    }

    private static String text(JsonNode content, String member) {
        if (!content.path(member).isTextual()
                || content.path(member).textValue().isBlank()) {
            throw new EngineException(ErrorCode.INVALID_VALUE, "The " + member + " of a draft is a text.")
                    .about(member);
        }
        return content.path(member).textValue();
    }

    /** @throws EngineException NOT_FOUND without such a draft; OUTDATED when the revision is not kept */
    private DraftRevision saved(String draft, int revision) {
        drafts.draft(draft);
        return revisions.get(new Saved(draft, revision), key -> {
            try {
                return drafts.revision(draft, revision);
            } catch (EngineException gone) {
                throw new EngineException(
                        ErrorCode.OUTDATED, gone.getMessage() + "\nMaybe send the whole document instead.");
            }
        });
    }
}
