package cip.plugins.trainer;

import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Row;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import java.util.List;

/** For tests: what the evidence of a model says, by its names. */
final class EvidenceReading {
    private EvidenceReading() {}

    static Curve curve(TrainedModel model, String name) {
        return model.evidence().curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Row> rows(TrainedModel model, String table) {
        return model.evidence().tables().stream()
                .filter(one -> one.name().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    static Row row(TrainedModel model, String table, String label) {
        return rows(model, table).stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    static Metric figure(Row row, String name) {
        return row.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Metric metric(TrainedModel model, String name) {
        return model.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
