package cip.core.score;

import java.util.Set;
import org.w3c.dom.Element;

/** Gives a field another name wherever a model uses it. */
final class FieldRenaming {
    /** Elements whose attribute {@code name} is that of a field that is used, not defined. */
    private static final Set<String> USING_BY_NAME = Set.of("MiningField", "NumericPredictor", "CategoricalPredictor");

    private static final Set<String> LEFT_ALONE = Set.of("Output", "ModelVerification");

    private FieldRenaming() {}

    static void rename(Element element, String from, String to) {
        if (LEFT_ALONE.contains(element.getLocalName())) {
            return;
        }
        if (element.getAttribute("field").equals(from)) {
            element.setAttribute("field", to);
        }
        if (USING_BY_NAME.contains(element.getLocalName())
                && element.getAttribute("name").equals(from)) {
            element.setAttribute("name", to);
        }
        PmmlMarkup.children(element).forEach(child -> rename(child, from, to));
    }
}
