package cip.plugins.trainer;

import cip.spi.TrainedModel.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tables of figures that {@code scripts/model-metrics} prints. */
final class MetricsReport {
    static final Path FOLDER = Path.of("target/model-metrics");

    private final List<String> lines = new ArrayList<>();
    private final String file;

    MetricsReport(String file) {
        this.file = file;
    }

    void head(String title, String... columns) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.add("| model | " + String.join(" | ", columns) + " |");
        lines.add("|---".repeat(columns.length + 1) + "|");
    }

    void line(String label, String... cells) {
        String line = "| " + label + " | " + Arrays.stream(cells).collect(Collectors.joining(" | ")) + " |";
        lines.add(line);
        System.out.println(line);
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(file), lines);
    }

    static String value(Metric metric) {
        return number(metric.value());
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.1f", value);
    }
}
