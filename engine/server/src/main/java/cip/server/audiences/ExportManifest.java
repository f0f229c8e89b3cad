package cip.server.audiences;

import cip.core.action.Channel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * What a file was made from, as JSON beside it. It names no time but that of the request, so that a file made again after
 * a crash has the same manifest.
 */
final class ExportManifest {
    private final ObjectMapper json = new ObjectMapper();
    private final Audience audience;
    private final Export export;
    private final ExportPlan plan;

    ExportManifest(Audience audience, Export export, ExportPlan plan) {
        this.audience = audience;
        this.export = export;
        this.plan = plan;
    }

    byte[] of(WrittenFile file, String fileName, String mediaType) {
        AudienceBase base = plan.base();
        ObjectNode manifest = json.createObjectNode();
        manifest.put("exportId", export.id());
        ObjectNode chosenBy = manifest.putObject("audience");
        chosenBy.put("id", audience.id()).put("name", audience.name());
        chosenBy.set("source", audience.source().toJson());
        chosenBy.put("sentence", audience.source().sentence(base));
        manifest.put("fileName", fileName)
                .put("format", export.format())
                .put("mediaType", mediaType)
                .put("sizeBytes", file.sizeBytes())
                .put("sha256", file.sha256())
                .put("rows", file.rows());
        ArrayNode columns = manifest.putArray("columns");
        for (ExportColumn column : plan.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("label", column.label())
                    .put("type", column.type().name())
                    .put("personal", column.personal());
        }
        manifest.put("channel", plan.channel().map(Channel::id).orElse(null));
        if (export.countsAsContact()) {
            manifest.put("countsAsContact", true);
        }
        manifest.put("chosen", plan.chosen().cardinality());
        manifest.putObject("suppressed")
                .put("heldOut", file.suppressed().heldOut())
                .put("noConsent", file.suppressed().noConsent())
                .put("gone", file.suppressed().gone());
        manifest.put("asOf", base.asOf().toString()).put("strategyHash", base.strategyHash());
        base.challenger().ifPresent(challenger -> manifest.putObject("challenger")
                .put("strategyHash", challenger.strategy().value())
                .put("share", challenger.share()));
        ObjectNode models = manifest.putObject("modelHashes");
        new TreeMap<>(base.modelHashes()).forEach(models::put);
        manifest.put("requestedBy", export.createdBy())
                .put("requestedAt", export.createdAt().toString());
        return bytes(manifest);
    }

    private byte[] bytes(ObjectNode manifest) {
        try {
            String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
            return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest could not be written as JSON.", e);
        }
    }
}
