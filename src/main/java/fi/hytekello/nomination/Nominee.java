package fi.hytekello.nomination;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.MembershipDraft;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an organisation names. Personal data: never in process variables, logs, addresses or audit details
 * (R3-08; domain chapter 1.5).
 *
 * @param seat number of the organisation's seat, from 1
 * @param email null where only a phone number is known
 * @param expertise null where it is not told
 * @param gender for the quota alone, never shown publicly
 * @param givenAt when this person was first given for the seat
 * @param leftOut named, and not to be appointed
 * @param appointed became a member or deputy when the body was composed
 */
public record Nominee(
        long id,
        RequestId request,
        OrganisationId organisation,
        String organisationFi,
        String organisationSv,
        int seat,
        boolean deputy,
        NomineeState state,
        String name,
        String title,
        @Nullable String email,
        String phone,
        @Nullable Expertise expertise,
        Gender gender,
        RequestVia via,
        Instant givenAt,
        boolean leftOut,
        boolean appointed) {

    public String organisation(Locale locale) {
        return Languages.isSwedish(locale) ? organisationSv : organisationFi;
    }

    /** The same as it was given. */
    public NomineeDraft draft() {
        boolean second = state == NomineeState.ALTERNATIVE;
        return new NomineeDraft(
                seat, deputy, second, name, title, email == null ? "" : email, phone, expertise, gender);
    }

    /**
     * As a member or deputy of the body.
     *
     * @param until last day, null while no end is known
     */
    MembershipDraft member(LocalDate from, @Nullable LocalDate until) {
        return new MembershipDraft(
                deputy ? MemberRole.DEPUTY : MemberRole.MEMBER,
                organisation,
                name,
                title,
                email,
                phone,
                expertise,
                gender,
                from,
                until,
                null,
                null);
    }

    /** Without the person: a log may name it. */
    @Override
    public String toString() {
        return "Nominee " + id;
    }
}
