package cip.server.models;

import cip.spi.Evidence;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.TrainedModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a training found out beyond the metrics, as data to draw; docs/guides/models.md lists the tables and curves.
 *
 * @param findings reasons for doubt, the gravest first
 * @param tables comparisons, e.g. with baselines or other settings
 * @param curves at most 100 points each, e.g. calibration
 */
public record ModelEvidence(List<Finding> findings, List<Table> tables, List<Curve> curves) {
    public ModelEvidence {
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
        curves = List.copyOf(curves);
    }

    /** One reason for doubt. @param text one sentence @param features it is about; may be empty */
    public record Finding(Kind kind, String text, List<String> features) {
        public Finding {
            features = List.copyOf(features);
        }
    }

    /** A comparison. @param name the same for every model @param title what is compared and how */
    public record Table(String name, String title, List<ComparedRow> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** One thing compared. @param figures the same ones in all rows of a table @param verdict in words; may be empty */
    public record ComparedRow(String label, List<Figure> figures, String verdict) {
        public ComparedRow {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure of a row.
     *
     * @param value {@code null} = it cannot be computed, e.g. of rows of one class
     * @param baseline what it is compared with; {@code null} = nothing
     * @param low lower end of the 95 % interval; {@code null} = there is none
     * @param high upper end of the 95 % interval; {@code null} = there is none
     */
    public record Figure(
            String name,
            @Nullable Double value,
            @Nullable Double baseline,
            @Nullable Double low,
            @Nullable Double high) {}

    /** A curve or histogram. @param points each of three numbers: what {@code x}, {@code y} and {@code z} name */
    public record Curve(String name, String x, String y, String z, List<List<Double>> points) {
        public Curve {
            points = points.stream().map(List::copyOf).toList();
        }
    }

    static ModelEvidence none() {
        return new ModelEvidence(List.of(), List.of(), List.of());
    }

    /**
     * @param more findings that lie in the rows, not in the training
     * @param features that could be learned from; findings name no others
     */
    static ModelEvidence of(Evidence evidence, List<Evidence.Finding> more, List<String> features) {
        return new ModelEvidence(
                Stream.concat(evidence.findings().stream(), more.stream())
                        .map(finding -> new Finding(
                                finding.kind(),
                                finding.text(),
                                finding.features().stream()
                                        .filter(features::contains)
                                        .toList()))
                        .toList(),
                evidence.tables().stream().map(ModelEvidence::table).toList(),
                evidence.curves().stream().map(ModelEvidence::curve).toList());
    }

    private static Table table(Evidence.Table table) {
        return new Table(
                table.name(),
                table.title(),
                table.rows().stream()
                        .map(row -> new ComparedRow(
                                row.label(),
                                row.figures().stream()
                                        .map(ModelEvidence::figure)
                                        .toList(),
                                row.verdict()))
                        .toList());
    }

    private static Figure figure(TrainedModel.Metric metric) {
        return new Figure(
                metric.name(),
                Digits.known(metric.value()),
                Digits.known(metric.baseline()),
                Digits.known(metric.low()),
                Digits.known(metric.high()));
    }

    private static Curve curve(Evidence.Curve curve) {
        return new Curve(
                curve.name(),
                curve.x(),
                curve.y(),
                curve.z(),
                curve.points().stream()
                        .map(point -> List.of(Digits.six(point.x()), Digits.six(point.y()), Digits.six(point.z())))
                        .toList());
    }
}
