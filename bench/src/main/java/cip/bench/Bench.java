package cip.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures the rows of the goal table that are named, or all of them, and prints the table as Markdown. */
public final class Bench {
    private static final List<Measurement> ROWS = List.of(
            new ScoringPerRow(),
            new DecisionsOverHttp(),
            new SingleDecision(),
            new FileToAudience(),
            new StoredBase(),
            new ConditionCount(),
            new WholeBase(),
            new BaseOverHttp(),
            new Publishing(),
            new Attributing(),
            new StartToDecision());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        List<Figure> figures = new ArrayList<>();
        for (Measurement measurement : ROWS) {
            if (wanted.isEmpty() || measurement.rows().stream().anyMatch(wanted::contains)) {
                System.err.println("Measuring " + measurement.rows() + " …");
                figures.addAll(measured(measurement));
            }
        }
        System.out.println(Figure.heading());
        figures.forEach(figure -> System.out.println(figure.markdown()));
        System.exit(0);
    }

    /** Work that fails is shown as such and does not take the others with it. */
    private static List<Figure> measured(Measurement measurement) {
        try {
            return measurement.measure();
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(new Figure(
                    String.join(", ", measurement.rows()),
                    "not measured, see the error above",
                    "",
                    "",
                    "",
                    "",
                    "FAILED"));
        }
    }
}
