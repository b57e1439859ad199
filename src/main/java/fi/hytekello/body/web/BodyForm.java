package fi.hytekello.body.web;

import fi.hytekello.body.Body;
import fi.hytekello.body.BodyDraft;
import fi.hytekello.body.BodyKind;
import fi.hytekello.body.Contact;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.QuotaPolicy;
import fi.hytekello.body.SeatRule;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Between a body and its form; rows of seats are {@code seats-1}, {@code min-1} and so on. */
final class BodyForm {

    /** As many as there are kinds, and as many again for organisations with a rule of their own. */
    private static final int MOST_ROWS = 40;

    private static final List<String> ROW = List.of("seats", "min", "max", "deputies");
    private static final String OF_KIND = "kind:";
    private static final String OF_ORGANISATION = "organisation:";

    private BodyForm() {}

    static Map<String, String> empty() {
        return Map.of("kind", BodyKind.GROUP.name(), "quota", QuotaPolicy.ADVISE.name());
    }

    static Map<String, String> of(Body body) {
        BodyDraft one = body.content();
        Map<String, String> form = new HashMap<>();
        form.put("kind", one.kind().name());
        form.put("nameFi", one.nameFi());
        form.put("nameSv", one.nameSv());
        form.put("shortNameFi", one.shortNameFi());
        form.put("shortNameSv", one.shortNameSv());
        form.put("taskFi", one.taskFi());
        form.put("taskSv", one.taskSv());
        form.put("setBy", one.setting().by());
        form.put("setOn", text(one.setting().on()));
        form.put("setSection", one.setting().section());
        form.put("basis", one.basis());
        form.put("basisEndsOn", text(one.basisEndsOn()));
        form.put("endsOn", text(one.endsOn()));
        form.put("meetingsMin", text(one.cadence().min()));
        form.put("meetingsMax", text(one.cadence().max()));
        form.put("quota", one.quota().name());
        form.put("rotationYears", text(one.rotationYears()));
        form.put("version", Integer.toString(body.version()));
        for (int i = 0; i < one.contacts().size(); i++) {
            put(form, i + 1, one.contacts().get(i));
        }
        for (int i = 0; i < one.seats().size(); i++) {
            put(form, i + 1, one.seats().get(i));
        }
        return form;
    }

    /** The same with the rows of seats moved up over empty ones: what is told of a row is then about the row shown. */
    static Map<String, String> compacted(Map<String, String> form) {
        FormFields fields = new FormFields(form);
        Map<String, String> moved = new HashMap<>(form);
        ROW.forEach(field -> moved.keySet().removeIf(key -> key.matches(field + "-\\d+")));
        int next = 1;
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (!fields.has("seats-" + row)) {
                continue;
            }
            for (String field : ROW) {
                moved.put(field + "-" + next, fields.text(field + "-" + row));
            }
            next++;
        }
        return moved;
    }

    static int rows(Map<String, String> form) {
        return (int) IntStream.rangeClosed(1, MOST_ROWS)
                .filter(row -> new FormFields(form).has("seats-" + row))
                .count();
    }

    /** @param form a {@link #compacted} one */
    static BodyDraft draft(FormFields form) {
        return new BodyDraft(
                form.choice("kind", BodyKind.class),
                form.text("nameFi"),
                form.text("nameSv"),
                form.text("shortNameFi"),
                form.text("shortNameSv"),
                form.text("taskFi"),
                form.text("taskSv"),
                new BodyDraft.Setting(form.text("setBy"), form.date("setOn"), form.text("setSection")),
                form.text("basis"),
                form.date("basisEndsOn"),
                form.date("endsOn"),
                new BodyDraft.Cadence(form.number("meetingsMin"), form.number("meetingsMax")),
                form.choice("quota", QuotaPolicy.class),
                form.number("rotationYears"),
                IntStream.rangeClosed(1, 2).mapToObj(i -> contact(form, i)).toList(),
                seats(form));
    }

    private static Contact contact(FormFields form, int number) {
        return new Contact(
                form.text("contactTitle-" + number),
                form.text("contactEmail-" + number),
                form.text("contactPhone-" + number));
    }

    private static List<SeatRule> seats(FormFields form) {
        List<SeatRule> seats = new ArrayList<>();
        for (int row = 1; row <= MOST_ROWS && form.has("seats-" + row); row++) {
            String whose = form.text("seats-" + row);
            seats.add(new SeatRule(
                    whose.startsWith(OF_KIND) ? kind(whose, row) : null,
                    whose.startsWith(OF_KIND) ? null : organisation(whose, row),
                    Objects.requireNonNullElse(form.number("min-" + row), 0),
                    Objects.requireNonNullElse(form.number("max-" + row), 1),
                    form.has("deputies-" + row)));
        }
        return seats;
    }

    private static OrganisationKind kind(String whose, int row) {
        try {
            return OrganisationKind.valueOf(whose.substring(OF_KIND.length()));
        } catch (IllegalArgumentException tampered) {
            throw new InvalidInput("seats-" + row, "problem.answer.choice");
        }
    }

    private static OrganisationId organisation(String whose, int row) {
        try {
            return new OrganisationId(Long.parseLong(whose.replaceFirst("^" + OF_ORGANISATION, "")));
        } catch (NumberFormatException tampered) {
            throw new InvalidInput("seats-" + row, "problem.answer.choice");
        }
    }

    private static void put(Map<String, String> form, int number, Contact contact) {
        form.put("contactTitle-" + number, contact.title());
        form.put("contactEmail-" + number, text(contact.email()));
        form.put("contactPhone-" + number, contact.phone());
    }

    private static void put(Map<String, String> form, int number, SeatRule rule) {
        form.put(
                "seats-" + number, rule.kind() == null ? OF_ORGANISATION + rule.organisation() : OF_KIND + rule.kind());
        form.put("min-" + number, Integer.toString(rule.min()));
        form.put("max-" + number, Integer.toString(rule.max()));
        form.put("deputies-" + number, rule.deputies() ? "true" : "");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
