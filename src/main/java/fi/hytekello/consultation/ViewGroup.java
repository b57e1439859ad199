package fi.hytekello.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the municipalities said about one thing, in the order of the contacts.
 *
 * @param question the council's own words; empty for all but {@link Topic#QUESTION}
 */
public record ViewGroup(Topic topic, String question, List<Said> said) {

    /** What views are about. */
    public enum Topic {
        QUESTION,
        OTHER,
        FOLLOW_UP,
        /** Why some were not heard. */
        NOT_HEARD
    }

    public record Said(Contact contact, String text) {}

    public ViewGroup {
        said = List.copyOf(said);
    }

    /** One group for each question, answered or not; of the others those in which somebody said something. */
    public static List<ViewGroup> of(Consultation consultation, List<Contact> contacts) {
        List<ViewGroup> groups = new ArrayList<>();
        for (Question question : consultation.questions()) {
            groups.add(new ViewGroup(
                    Topic.QUESTION,
                    question.text(),
                    said(contacts, one -> one.notes().views().getOrDefault(question.id(), ""))));
        }
        addUnlessEmpty(groups, Topic.OTHER, said(contacts, one -> one.notes().other()));
        addUnlessEmpty(
                groups, Topic.FOLLOW_UP, said(contacts, one -> one.notes().followUp()));
        addUnlessEmpty(groups, Topic.NOT_HEARD, said(contacts, ViewGroup::whyNot));
        return groups;
    }

    private static void addUnlessEmpty(List<ViewGroup> groups, Topic topic, List<Said> said) {
        if (!said.isEmpty()) {
            groups.add(new ViewGroup(topic, "", said));
        }
    }

    private static List<Said> said(List<Contact> contacts, Function<Contact, String> text) {
        return contacts.stream()
                .map(one -> new Said(one, text.apply(one)))
                .filter(one -> !one.text().isEmpty())
                .toList();
    }

    private static String whyNot(Contact contact) {
        return contact.finished() && contact.state() != ContactState.HEARD
                ? contact.notes().reason()
                : "";
    }
}
