package fi.hytekello.body.web;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.MembershipDraft;
import fi.hytekello.platform.web.FormFields;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between a membership and its form. */
final class MemberForm {

    private MemberForm() {}

    static Map<String, String> empty(LocalDate today) {
        return Map.of(
                "role", MemberRole.MEMBER.name(), "gender", Gender.NOT_STATED.name(), "startsOn", today.toString());
    }

    static Map<String, String> of(Membership membership) {
        MembershipDraft one = membership.content();
        Map<String, String> form = new HashMap<>();
        form.put("role", one.role().name());
        form.put("affiliation", text(one.organisation()));
        form.put("memberName", one.name());
        form.put("memberTitle", one.title());
        form.put("email", text(one.email()));
        form.put("phone", one.phone());
        form.put("expertise", text(one.expertise()));
        form.put("gender", one.gender().name());
        form.put("startsOn", one.startsOn().toString());
        form.put("endsOn", text(one.endsOn()));
        form.put("affiliationFrom", text(one.affiliationFrom()));
        form.put("affiliationUntil", text(one.affiliationUntil()));
        form.put("version", Integer.toString(membership.version()));
        return form;
    }

    static MembershipDraft draft(FormFields form) {
        return new MembershipDraft(
                form.choice("role", MemberRole.class),
                OrganisationForm.organisation(form, "affiliation"),
                form.text("memberName"),
                form.text("memberTitle"),
                form.text("email"),
                form.text("phone"),
                form.choiceOrNull("expertise", Expertise.class),
                form.choice("gender", Gender.class),
                form.requiredDate("startsOn"),
                form.date("endsOn"),
                form.date("affiliationFrom"),
                form.date("affiliationUntil"));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
