package cip.server.audiences;

import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.customers.CustomersChanged;
import cip.server.jobs.Job;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.plugins.LoadedPlugins;
import cip.server.store.Database;
import cip.spi.AudienceExporter;
import cip.spi.AudienceExporter.AudienceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of one export: first the file itself, then its manifest, then the row that lets people download it,
 * each durable before the next begins. After a crash it begins anew; equal customers give the same bytes again.
 */
final class ExportJob implements JobKind {
    static final String KIND = "EXPORT";

    private final Database database;
    private final LiveAudiences live;
    private final CurrentAttributes attributes;
    private final CustomerSchema schema;
    private final LoadedPlugins plugins;
    private final ExportFiles files;
    private final Audit audit;
    private final Clock clock;
    private final Duration fileLifetime;
    private final CustomersChanged contacted;
    private final Consumer<Step> reached;
    private final ExportContacts contacts = new ExportContacts();
    private final AudienceStore audiences = new AudienceStore();
    private final ExportStore exports = new ExportStore();

    /** How far an export is. */
    enum Step {
        BEGUN,
        FILE_IN_PLACE,
        MANIFEST_IN_PLACE,
        ON_RECORD
    }

    /** @param contacted told after an export that counts as a contact */
    ExportJob(
            Database database,
            LiveAudiences live,
            CurrentAttributes attributes,
            CustomerSchema schema,
            LoadedPlugins plugins,
            ExportFiles files,
            Audit audit,
            Clock clock,
            Duration fileLifetime,
            CustomersChanged contacted,
            Consumer<Step> reached) {
        this.database = database;
        this.live = live;
        this.attributes = attributes;
        this.schema = schema;
        this.plugins = plugins;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.fileLifetime = fileLifetime;
        this.contacted = contacted;
        this.reached = reached;
    }

    @Override
    public String name() {
        return KIND;
    }

    /** The input is the export's id. */
    @Override
    public Optional<String> run(JobContext context) {
        Export export =
                database.read(handle -> exports.find(handle, context.input())).orElseThrow(() -> gone("The export"));
        if (export.result() == null) {
            write(export, context);
        }
        return Optional.of("/api/exports/" + export.id() + "/file");
    }

    @Override
    public void cleanUp(Job job) {
        files.remove(job.input());
    }

    private void write(Export export, JobContext context) {
        Audience audience = database.read(handle -> audiences.find(handle, export.audienceId()))
                .orElseThrow(() -> gone("The audience"));
        AudienceExporter exporter = plugins.audienceExporter(export.format());
        ExportPlan plan = ExportPlan.of(live.required(), audience.source(), export.columns(), export.channel(), schema);
        reached.accept(Step.BEGUN);
        BitSet written = new BitSet();
        WrittenFile file = files.writeData(
                export.id(), exporter.fileExtension(), out -> writeRows(plan, exporter, out, written, context::step));
        reached.accept(Step.FILE_IN_PLACE);
        String fileName = FileName.of(audience.name(), export, exporter.fileExtension());
        byte[] manifest = new ExportManifest(audience, export, plan).of(file, fileName, exporter.mediaType());
        files.writeManifest(export.id(), manifest);
        reached.accept(Step.MANIFEST_IN_PLACE);
        record(export, audience.source(), plan, written, file, exporter, fileName);
        if (export.countsAsContact() && !written.isEmpty()) {
            contacted.customersChanged();
        }
        reached.accept(Step.ON_RECORD);
    }

    private WrittenFile writeRows(
            ExportPlan plan,
            AudienceExporter exporter,
            OutputStream out,
            BitSet written,
            AudienceWalk.Progress progress)
            throws IOException {
        MeasuredStream measured = new MeasuredStream(out);
        AudienceWriter writer = exporter.open(
                measured,
                plan.columns().stream().map(ExportColumn::audienceColumn).toList());
        AudienceWalk walk = new AudienceWalk(plan, attributes);
        long[] rows = {0};
        walk.over(
                (row, current) -> {
                    writer.write(values(plan, row, current));
                    written.set(row);
                    rows[0]++;
                },
                progress);
        writer.finish();
        measured.flush();
        return new WrittenFile(rows[0], measured.bytes(), measured.sha256(), walk.suppressed());
    }

    private static @Nullable Object[] values(ExportPlan plan, int row, Map<String, Object> current) {
        @Nullable Object[] values = new Object[plan.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plan.columns().get(i).reader().value(row, current);
        }
        return values;
    }

    private void record(
            Export export,
            AudienceSource source,
            ExportPlan plan,
            BitSet written,
            WrittenFile file,
            AudienceExporter exporter,
            String fileName) {
        Instant now = clock.instant();
        Export.Result result = new Export.Result(
                file.rows(),
                file.sizeBytes(),
                file.sha256(),
                exporter.fileExtension(),
                fileName,
                exporter.mediaType(),
                plan.base().strategyHash(),
                now,
                now.plus(fileLifetime));
        String detail = file.rows() + " customers written for "
                + plan.channel().map(channel -> "channel " + channel.id()).orElse("no channel") + ", "
                + file.suppressed().total() + " suppressed" + (export.countsAsContact() ? ", counted as contacts" : "")
                + "; SHA-256 " + file.sha256() + "; strategy "
                + plan.base().strategyHash();
        database.execute(handle -> {
            if (exports.finish(handle, export.id(), result)) {
                audit.record(handle, export.createdBy(), "EXPORT_FINISHED", export.id(), detail);
                if (export.countsAsContact() && !written.isEmpty()) {
                    contacts.record(handle, export, source, plan, written, now);
                }
            }
        });
    }

    private static EngineException gone(String what) {
        return new EngineException(ErrorCode.NOT_FOUND, what + " is no longer there.\nMaybe somebody deleted it.");
    }
}
