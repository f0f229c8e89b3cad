package cip.core.score;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** A feature as PMML writes it, not yet a field of its own. */
sealed interface Formula {
    /**
     * A number.
     *
     * @param element to be cloned where it is used
     */
    record OfNumber(Element element) implements Formula {
        boolean isConstant() {
            return element.getLocalName().equals("Constant");
        }

        double constant() {
            return Double.parseDouble(element.getTextContent());
        }
    }

    /**
     * A text made of an attribute by looking it up.
     *
     * @param becomes what a value of the attribute becomes
     * @param named values of the attribute that become something else than themselves
     */
    record OfCategory(String attribute, UnaryOperator<String> becomes, Set<String> named) implements Formula {
        public OfCategory {
            named = Set.copyOf(named);
        }
    }

    /**
     * A text that names the interval a number falls into.
     *
     * @param field that holds the number
     * @param edges one more than labels, rising; infinite = open
     */
    record OfInterval(String field, List<Double> edges, List<String> labels, boolean lowerIncluded) implements Formula {
        public OfInterval {
            edges = List.copyOf(edges);
            labels = List.copyOf(labels);
        }

        /** The same with other names. */
        OfInterval named(UnaryOperator<String> name) {
            return new OfInterval(field, edges, labels.stream().map(name).toList(), lowerIncluded);
        }
    }
}
