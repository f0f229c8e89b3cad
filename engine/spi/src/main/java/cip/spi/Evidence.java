package cip.spi;

import java.util.List;

/**
 * What a training found out about its model beyond its metrics, as data to draw.
 *
 * @param findings reasons for doubt, the gravest first
 * @param tables comparisons, e.g. with baselines or with other settings
 * @param curves at most 100 points each, e.g. calibration
 */
public record Evidence(List<Finding> findings, List<Table> tables, List<Curve> curves) {
    public Evidence {
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
        curves = List.copyOf(curves);
    }

    /** Nothing was looked into. */
    public static Evidence none() {
        return new Evidence(List.of(), List.of(), List.of());
    }

    /**
     * One reason for doubt.
     *
     * @param text one sentence
     * @param features it is about; may be empty
     */
    public record Finding(Kind kind, String text, List<String> features) {
        public Finding {
            features = List.copyOf(features);
        }

        /** What was found. */
        public enum Kind {
            /** A feature gives the target away by itself. */
            GIVEAWAY,
            /** The target is a simple function of the inputs. */
            COMPUTABLE_TARGET,
            /** A feature may hold what became known only after the cut. */
            TIME_LEAK,
            /** Many rows are copies of each other. */
            COPIES,
            /** Too little to learn from or to measure on. */
            FEW_ROWS,
            /** A metric could as well have come out very differently. */
            UNSTABLE_METRIC,
            /** A simpler model does as well. */
            SIMPLER_MODEL,
            /** The data leave a parameter of the model open. */
            NOT_IDENTIFIED,
            /** The data carry no time, or too little, to measure the model later than it was learned. */
            NO_TIME,
        }
    }

    /**
     * A comparison.
     *
     * @param name of the table, the same for every model, e.g. {@code baselines}
     * @param title what is compared and how, one sentence
     */
    public record Table(String name, String title, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One thing compared.
     *
     * @param figures of all rows of a table the same, in the same order
     * @param verdict in words; may be empty
     */
    public record Row(String label, List<TrainedModel.Metric> figures, String verdict) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A curve or histogram.
     *
     * @param name of the curve, the same for every model, e.g. {@code roc}
     * @param x what the first number of a point is
     * @param y what the second number of a point is
     * @param z what the third number of a point is, e.g. the number of rows behind it
     */
    public record Curve(String name, String x, String y, String z, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /** Finite numbers. */
    public record Point(double x, double y, double z) {}
}
