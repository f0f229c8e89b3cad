package cip.server.models;

import cip.spi.Evidence;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.TrainedModel;
import com.fasterxml.jackson.annotation.JsonInclude;
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

    /**
     * One reason for doubt.
     *
     * @param text one sentence
     * @param features it is about; may be empty
     * @param measured whether models with and without these features were compared; {@code false} = it is suspected
     */
    public record Finding(Kind kind, String text, List<String> features, boolean measured) {
        public Finding {
            features = List.copyOf(features);
        }

        /** As a trainer found it. */
        static Finding of(Evidence.Finding finding) {
            return new Finding(finding.kind(), finding.text(), finding.features(), false);
        }

        private Finding among(List<String> known) {
            return new Finding(
                    kind, text, features.stream().filter(known::contains).toList(), measured);
        }
    }

    /**
     * A comparison.
     *
     * @param name the same for every model
     * @param title what is compared and how
     * @param cut when the recipe was learned and measured again; {@code null} = the table compares something else
     */
    public record Table(
            String name,
            String title,
            List<ComparedRow> rows,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TimeCut cut) {
        public Table {
            rows = List.copyOf(rows);
        }

        /** One that does not compare times. */
        public Table(String name, String title, List<ComparedRow> rows) {
            this(name, title, rows, null);
        }
    }

    /**
     * How a recipe was held out by time.
     *
     * @param learned day as of which it was learned, e.g. {@code 2025-06-30}
     * @param measured day from which on it was measured what customers did
     * @param days for how many
     * @param leftOut features it was learned without, because only a later value of them is known
     */
    public record TimeCut(String learned, String measured, int days, List<String> leftOut) {
        public TimeCut {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * One thing compared.
     *
     * @param figures the same ones in all rows of a table
     * @param verdict in words; may be empty
     * @param role of a row in a comparison of times; {@code null} = the table compares something else
     * @param model that the row is about; {@code null} = it is about something else than a version of the score
     */
    public record ComparedRow(
            String label,
            List<Figure> figures,
            String verdict,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Role role,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ComparedModel model) {
        public ComparedRow {
            figures = List.copyOf(figures);
        }

        /** One that compares times. */
        ComparedRow(String label, List<Figure> figures, String verdict, Role role) {
            this(label, figures, verdict, role, null);
        }

        /** One that does not compare times. */
        public ComparedRow(String label, List<Figure> figures, String verdict) {
            this(label, figures, verdict, null, null);
        }

        /** What a row says of a recipe that was learned at an earlier cut. */
        public enum Role {
            /** How a card would measure it there. */
            AT_CUT,
            /** How it does later than it was learned: what may be believed. */
            LATER,
            /** As {@link #AT_CUT}, with attributes known as of today only. */
            AT_CUT_KNOWING_TODAY,
            /** As {@link #LATER}, with attributes known as of today only. */
            LATER_KNOWING_TODAY;

            static Role of(boolean later, boolean knowingToday) {
                if (knowingToday) {
                    return later ? LATER_KNOWING_TODAY : AT_CUT_KNOWING_TODAY;
                }
                return later ? LATER : AT_CUT;
            }
        }
    }

    /** A version of the score that a row is about. */
    public record ComparedModel(String trainer, String version, String hash) {}

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
     * @param first tables that stand before those of the training
     * @param more findings that lie in the rows, not in the training
     * @param features that could be learned from; findings name no others
     */
    static ModelEvidence of(Evidence evidence, List<Table> first, List<Finding> more, List<String> features) {
        return new ModelEvidence(
                Stream.concat(evidence.findings().stream().map(Finding::of), more.stream())
                        .map(finding -> finding.among(features))
                        .toList(),
                Stream.concat(first.stream(), evidence.tables().stream().map(ModelEvidence::table))
                        .toList(),
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

    /** What the first row of that role compares; empty = there is none. */
    List<Figure> figures(ComparedRow.Role role) {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.role() == role)
                .findFirst()
                .map(ComparedRow::figures)
                .orElse(List.of());
    }

    static Figure figure(TrainedModel.Metric metric) {
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
