package cip.core.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;
import org.jspecify.annotations.Nullable;

/**
 * Writes one tree model into flat arrays: PMML 4.4, "TreeModel". The children of a node are asked in order; the first whose
 * predicate is true is taken; what an unknown predicate and the lack of a true one mean, the model says.
 *
 * <p>Children in a row that ask about the same field are decided together, code by code, so that a split in two stays one
 * test whatever a missing value leads to.
 */
final class TreeCompiler {
    private final PredicateCompiler predicates;
    private final FieldNames names;
    private final TreesWriter trees;
    private final TreeModel model;
    private final ToDoubleFunction<Node> value;
    private final Map<Node, Integer> places = new IdentityHashMap<>();
    private final Map<Node, Integer> leaves = new IdentityHashMap<>();
    private @Nullable Integer nothing;

    /** @param value what the model says at a node; NaN = nothing */
    TreeCompiler(
            PredicateCompiler predicates,
            FieldNames names,
            TreesWriter trees,
            TreeModel model,
            ToDoubleFunction<Node> value) {
        this.predicates = predicates;
        this.names = names;
        this.trees = trees;
        this.model = model;
        this.value = value;
    }

    /** Takes note of the predicates of a tree. */
    static void lookAt(Node node, PredicateCompiler predicates, FieldNames names) {
        predicates.lookAt(node.requirePredicate(), names);
        if (node.hasNodes()) {
            node.getNodes().forEach(child -> lookAt(child, predicates, names));
        }
    }

    void write() {
        Node root = model.requireNode();
        if (!(predicates.question(root.requirePredicate(), names) instanceof Question.Always always)
                || !always.holds()) {
            throw new Uncompilable("a tree that begins with a condition");
        }
        trees.root(place(root));
    }

    private int place(Node node) {
        Integer known = places.get(node);
        if (known == null) {
            known = node.hasNodes() ? children(node, 0) : leaf(node);
            places.put(node, known);
        }
        return known;
    }

    private int leaf(Node node) {
        return leaves.computeIfAbsent(node, leaf -> trees.leaf(value.applyAsDouble(leaf), cover(leaf)));
    }

    private static double cover(Node node) {
        Number count = node.getRecordCount();
        return count == null ? Double.NaN : count.doubleValue();
    }

    private int nothing() {
        if (nothing == null) {
            nothing = trees.leaf(Double.NaN, Double.NaN);
        }
        return nothing;
    }

    /** Where a row goes that has come to a node and to none of its children before the given one. */
    private int children(Node node, int from) {
        List<Node> children = node.getNodes();
        if (from == children.size()) {
            return switch (model.getNoTrueChildStrategy()) {
                case RETURN_LAST_PREDICTION -> node.hasScore() ? leaf(node) : nothing();
                default -> nothing();
            };
        }
        Node child = children.get(from);
        Question question = predicates.question(child.requirePredicate(), names);
        if (question instanceof Question.Always always) {
            return always.holds() ? place(child) : children(node, from + 1);
        }
        if (question instanceof Question.OfField first) {
            return sameField(node, from, first);
        }
        int rest = children(node, from + 1);
        return question.write(trees, place(child), rest, unknown(node, rest));
    }

    /** Where a row goes for which a child's predicate is unknown. */
    private int unknown(Node node, int rest) {
        return switch (model.getMissingValueStrategy()) {
            case NONE -> rest;
            case NULL_PREDICTION -> nothing();
            case LAST_PREDICTION -> leaf(node);
            case DEFAULT_CHILD -> place(defaultChild(node));
            default ->
                throw new Uncompilable("the missing value strategy "
                        + model.getMissingValueStrategy().value());
        };
    }

    private static Node defaultChild(Node node) {
        Object wanted = node.requireDefaultChild();
        if (wanted instanceof Node child) {
            return child;
        }
        return node.getNodes().stream()
                .filter(child -> wanted.equals(child.getId()))
                .findFirst()
                .orElseThrow(() -> new Uncompilable("a default child that is not there"));
    }

    private int sameField(Node node, int from, Question.OfField first) {
        CodedField field = first.field();
        Map<Integer, BitSet> codesByPlace = new LinkedHashMap<>();
        BitSet left = new BitSet();
        left.set(0, field.codes());
        int next = from;
        List<Node> children = node.getNodes();
        while (next < children.size()
                && !left.isEmpty()
                && predicates.question(children.get(next).requirePredicate(), names) instanceof Question.OfField same
                && same.field().equals(field)) {
            take(left, same.yes(), place(children.get(next)), codesByPlace);
            if (model.getMissingValueStrategy() != TreeModel.MissingValueStrategy.NONE
                    && left.intersects(same.unknown())) {
                take(left, same.unknown(), unknown(node, 0), codesByPlace);
            }
            next++;
        }
        if (!left.isEmpty()) {
            BitSet all = (BitSet) left.clone();
            take(left, all, children(node, next), codesByPlace);
        }
        return tests(field, codesByPlace);
    }

    private static void take(BitSet left, BitSet wanted, int place, Map<Integer, BitSet> codesByPlace) {
        BitSet taken = (BitSet) left.clone();
        taken.and(wanted);
        if (!taken.isEmpty()) {
            codesByPlace.computeIfAbsent(place, p -> new BitSet()).or(taken);
            left.andNot(taken);
        }
    }

    private int tests(CodedField field, Map<Integer, BitSet> codesByPlace) {
        List<Map.Entry<Integer, BitSet>> ways = new ArrayList<>(codesByPlace.entrySet());
        int place = ways.get(ways.size() - 1).getKey();
        for (int i = ways.size() - 2; i >= 0; i--) {
            place = field.node(trees, ways.get(i).getValue(), ways.get(i).getKey(), place);
        }
        return place;
    }
}
