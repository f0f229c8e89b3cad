package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds rows that a decision table lacks: for the customers whom no row fits, tests that are as wide as they can be without
 * meeting a row that is there. The cells that most of these customers lie in are widened, the term first that takes in most of
 * them. What the rows give is what the row nearest to each gives, for somebody to decide.
 */
public final class MissingRows {
    private static final int MOST_PROPOSED = 5;
    /** Customers looked at; those proposed are counted among all. */
    private static final int SAMPLE = 20_000;
    /** Rows compared with a box while one proposal is made. */
    private static final int MOST_COMPARED = 400_000;

    private final DecisionTable table;
    private final List<TermCells> cells;
    /** For each row and input the cells for which it holds. */
    private final List<BitSet[]> boxes = new ArrayList<>();

    private int left;

    private MissingRows(DecisionTable table, List<TermCells> cells) {
        this.table = table;
        this.cells = cells;
        for (DecisionTable.Row row : table.rows()) {
            BitSet[] box = new BitSet[cells.size()];
            for (int i = 0; i < box.length; i++) {
                box[i] = cells.get(i).holding(row.when().get(i));
            }
            boxes.add(box);
        }
    }

    /**
     * A row that would fit customers whom no row fits.
     *
     * @param when tests as text, in the order of the inputs
     * @param then what the nearest row gives
     * @param nearest position of that row
     * @param customers of the base whom it would fit, and nothing fits now
     * @param sentence the row in words
     */
    public record ProposedRow(List<String> when, List<Literal> then, int nearest, int customers, String sentence) {
        public ProposedRow {
            when = List.copyOf(when);
            then = List.copyOf(then);
        }
    }

    /**
     * @param rows those that fit most customers first; no two fit the same customer
     * @param unwritten why some customers are not in them, a sentence each
     */
    public record Proposed(List<ProposedRow> rows, List<String> unwritten) {
        public Proposed {
            rows = List.copyOf(rows);
            unwritten = List.copyOf(unwritten);
        }
    }

    /**
     * @param table without problems, each input once
     * @param terms a column for each input
     * @param none customers whom no row fits
     */
    public static Proposed of(DecisionTable table, Vocabulary vocabulary, FeatureMatrix terms, BitSet none) {
        if (table.rows().isEmpty()
                || table.inputs().stream().distinct().count() < table.inputs().size()) {
            return new Proposed(List.of(), List.of("A row is proposed by those there are, and this table has none."));
        }
        List<TermCells> cells = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            int input = i;
            String name = table.inputs().get(i);
            List<Condition> tests =
                    table.rows().stream().map(row -> row.when().get(input)).toList();
            Optional<TermCells> some = TermCells.of(vocabulary.termOrUnknown(name), tests, terms.column(name), none);
            if (some.isEmpty()) {
                return new Proposed(
                        List.of(),
                        List.of("The customers have too many values of " + vocabulary.label(name)
                                + " to write them as a test.\nMaybe say what holds if no row does."));
            }
            cells.add(some.get());
        }
        return new MissingRows(table, cells).propose(vocabulary, terms, none);
    }

    private Proposed propose(Vocabulary vocabulary, FeatureMatrix terms, BitSet none) {
        Map<Place, Integer> open = places(terms, none);
        List<ProposedRow> rows = new ArrayList<>();
        List<String> unwritten = new ArrayList<>();
        int all = boxes.size();
        while (rows.size() + unwritten.size() < MOST_PROPOSED && !open.isEmpty()) {
            Place fullest = open.entrySet().stream()
                    .max(Map.Entry.<Place, Integer>comparingByValue()
                            .thenComparing(entry -> entry.getKey().toString()))
                    .orElseThrow()
                    .getKey();
            BitSet[] box = widest(fullest, open);
            boolean written = true;
            List<String> when = new ArrayList<>();
            for (int i = 0; i < box.length; i++) {
                Optional<String> text = cells.get(i).text(box[i]);
                if (text.isEmpty()) {
                    written = false;
                    unwritten.add(noTest(i, box, vocabulary));
                    break;
                }
                when.add(text.get());
            }
            open.keySet().removeIf(place -> place.isIn(box));
            if (written) {
                DecisionTable.Row row = row(when, box, all);
                int customers = customers(row.condition(), terms, none);
                rows.add(new ProposedRow(
                        when, row.then(), nearest(box, all), customers, table.sentence(row, vocabulary)));
                boxes.add(box);
            }
        }
        rows.sort(Comparator.comparingInt(ProposedRow::customers).reversed());
        return new Proposed(rows, unwritten.stream().distinct().toList());
    }

    private String noTest(int input, BitSet[] box, Vocabulary vocabulary) {
        String label = vocabulary.label(table.inputs().get(input));
        BitSet[] anything = copy(box);
        anything[input] = full(input);
        int row = 0;
        while (row < boxes.size() && !meets(boxes.get(row), anything)) {
            row++;
        }
        String met = row < table.rows().size() ? ", and that would meet row " + (row + 1) + " too" : "";
        return "Some have no value of " + label + ", which only \"-\" lets pass" + met
                + ".\nMaybe say what holds if no row does.";
    }

    private DecisionTable.Row row(List<String> when, BitSet[] box, int all) {
        List<Condition> tests = new ArrayList<>();
        for (int i = 0; i < when.size(); i++) {
            tests.add(UnaryTests.parse(when.get(i), table.inputs().get(i)));
        }
        return new DecisionTable.Row(tests, table.rows().get(nearest(box, all)).then());
    }

    /** The first of the rows that differ from the box in fewest terms. */
    private int nearest(BitSet[] box, int all) {
        int nearest = 0;
        int fewest = Integer.MAX_VALUE;
        for (int row = 0; row < all; row++) {
            int apart = 0;
            for (int i = 0; i < box.length; i++) {
                apart += boxes.get(row)[i].intersects(box[i]) ? 0 : 1;
            }
            if (apart < fewest) {
                fewest = apart;
                nearest = row;
            }
        }
        return nearest;
    }

    private static int customers(Condition condition, FeatureMatrix terms, BitSet none) {
        BitSet met = ConditionColumns.matching(condition, terms);
        met.and(none);
        return met.cardinality();
    }

    /** A cell of each input. */
    private record Place(List<Integer> cells) {
        boolean isIn(BitSet[] box) {
            for (int i = 0; i < box.length; i++) {
                if (!box[i].get(cells.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private Map<Place, Integer> places(FeatureMatrix terms, BitSet none) {
        Map<Place, Integer> places = new HashMap<>();
        int every = Math.max(1, none.cardinality() / SAMPLE);
        int seen = 0;
        for (int row = none.nextSetBit(0); row >= 0; row = none.nextSetBit(row + 1)) {
            if (seen++ % every == 0) {
                List<Integer> place = new ArrayList<>(cells.size());
                for (TermCells some : cells) {
                    place.add(some.cell(terms.column(some.term().name()), row));
                }
                places.merge(new Place(List.copyOf(place)), 1, Integer::sum);
            }
        }
        return places;
    }

    private BitSet[] widest(Place place, Map<Place, Integer> open) {
        left = MOST_COMPARED;
        BitSet[] box = new BitSet[cells.size()];
        for (int i = 0; i < box.length; i++) {
            box[i] = new BitSet();
            box[i].set(place.cells().get(i));
        }
        List<Integer> narrow = new ArrayList<>();
        for (int i = 0; i < box.length; i++) {
            narrow.add(i);
        }
        // Those who have no value first: only a test that asks nothing lets them pass.
        for (int i = 0; i < box.length; i++) {
            if (box[i].get(cells.get(i).missing()) && isFree(with(box, i, full(i)))) {
                box[i] = full(i);
                narrow.remove((Integer) i);
            }
        }
        while (!narrow.isEmpty()) {
            int best = -1;
            long most = -1;
            for (int i : narrow) {
                BitSet[] wider = with(box, i, full(i));
                if (isFree(wider)) {
                    long inside = open.entrySet().stream()
                            .filter(entry -> entry.getKey().isIn(wider))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
                    if (inside > most) {
                        most = inside;
                        best = i;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            box[best] = full(best);
            narrow.remove((Integer) best);
        }
        narrow.forEach(i -> widen(box, i, place.cells().get(i)));
        return box;
    }

    /** Takes in cell after cell with a value, of numbers only those next to each other. */
    private void widen(BitSet[] box, int input, int from) {
        TermCells of = cells.get(input);
        if (from == of.missing()) {
            return;
        }
        for (int step : new int[] {1, -1}) {
            for (int cell = from + step; cell >= of.first() && cell <= of.last(); cell += step) {
                BitSet wider = (BitSet) box[input].clone();
                wider.set(cell);
                if (isFree(with(box, input, wider))) {
                    box[input] = wider;
                } else if (of.isOrdered()) {
                    break;
                }
            }
        }
    }

    private boolean isFree(BitSet[] box) {
        left -= boxes.size();
        return left >= 0 && boxes.stream().noneMatch(row -> meets(row, box));
    }

    private static boolean meets(BitSet[] row, BitSet[] box) {
        for (int i = 0; i < box.length; i++) {
            if (!row[i].intersects(box[i])) {
                return false;
            }
        }
        return true;
    }

    private BitSet full(int input) {
        BitSet full = new BitSet();
        full.set(0, cells.get(input).size());
        return full;
    }

    private static BitSet[] with(BitSet[] box, int input, BitSet set) {
        BitSet[] wider = box.clone();
        wider[input] = set;
        return wider;
    }

    private static BitSet[] copy(BitSet[] box) {
        return Arrays.stream(box).map(set -> (BitSet) set.clone()).toArray(BitSet[]::new);
    }
}
