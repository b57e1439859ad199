package fi.hytekello.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * The texts of a Camunda Form and their message keys. A label has the key by which refusals name the field
 * ({@code field.decidedOn}); every other text has its place in the form ({@code form.record-decision.Field_Link.description},
 * for an option its value in place of the property).
 */
final class FormTexts {

    private static final List<String> LABELS = List.of("label", "dateLabel");
    private static final List<String> OTHERS = List.of("text", "description");

    private FormTexts() {}

    /** @param text gives the new text by the key and the present one */
    static void replace(ObjectNode form, BinaryOperator<String> text) {
        replace("form." + form.path("id").asText() + ".", form, text);
    }

    private static void replace(String prefix, JsonNode parent, BinaryOperator<String> text) {
        for (JsonNode child : parent.path("components")) {
            ObjectNode component = (ObjectNode) child;
            String place = prefix + component.path("id").asText() + ".";
            LABELS.forEach(name ->
                    replace(component, name, "field." + component.path("key").asText(), text));
            OTHERS.forEach(name -> replace(component, name, place + name, text));
            for (JsonNode option : component.path("values")) {
                replace(
                        (ObjectNode) option,
                        "label",
                        place + option.path("value").asText(),
                        text);
            }
            replace(prefix, component, text);
        }
    }

    private static void replace(ObjectNode holder, String property, String key, BinaryOperator<String> text) {
        if (holder.hasNonNull(property)) {
            holder.put(property, text.apply(key, holder.path(property).asText()));
        }
    }
}
