package fi.hytekello.consultation.web;

import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.Contact;
import fi.hytekello.consultation.ContactMeans;
import fi.hytekello.consultation.ContactNotes;
import fi.hytekello.consultation.ContactState;
import fi.hytekello.consultation.Question;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;

/** Between the notes of a contact and their form. */
final class ContactForm {

    private ContactForm() {}

    /**
     * Before anything is written, the post is that which leads the municipality by the register.
     *
     * @param written the language of the notes
     */
    static Map<String, String> of(Contact contact, Locale written) {
        ContactNotes notes = contact.notes();
        Map<String, String> form = new HashMap<>();
        form.put("contactState", notes.state().name());
        form.put("means", Objects.toString(notes.means(), ""));
        form.put("agreedOn", Objects.toString(notes.agreedOn(), ""));
        form.put("heardOn", Objects.toString(notes.heardOn(), ""));
        form.put("post", contact.version() == 0 && notes.post().isEmpty() ? contact.leader(written) : notes.post());
        notes.views().forEach((question, view) -> form.put("view-" + question, view));
        form.put("otherViews", notes.other());
        form.put("followUp", notes.followUp());
        form.put("reason", notes.reason());
        form.put("version", Integer.toString(contact.version()));
        return form;
    }

    /** @throws InvalidInput when a date or a choice is missing or malformed */
    static ContactNotes notes(FormFields form, Consultation consultation) {
        return new ContactNotes(
                form.choice("contactState", ContactState.class),
                form.choiceOrNull("means", ContactMeans.class),
                form.date("agreedOn"),
                form.date("heardOn"),
                form.text("post"),
                consultation.questions().stream()
                        .map(Question::id)
                        .collect(Collectors.toMap(Function.identity(), id -> form.text("view-" + id))),
                form.text("otherViews"),
                form.text("followUp"),
                form.text("reason"));
    }

    /** What both pages of a contact show. */
    static void fill(Consultation consultation, Contact contact, Map<String, String> form, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("contact", contact);
        model.addAttribute("form", form);
        model.addAttribute("states", ContactState.CHOICES);
        model.addAttribute("ways", ContactMeans.values());
    }
}
