package fi.hytekello.body;

import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a membership: nothing more of a person than this (domain chapter 1.5).
 *
 * @param organisation whose seat it is or where the person comes from, null for none (R2-15)
 * @param email null where unknown
 * @param expertise null where unknown
 * @param endsOn last day, null while no end is known
 * @param affiliationFrom first day in the organisation, null where unknown
 * @param affiliationUntil last day there, null while no end is known
 * @param invitation of those who are {@link MemberRole#INVITED}, null for all others
 */
public record MembershipDraft(
        MemberRole role,
        @Nullable OrganisationId organisation,
        String name,
        String title,
        @Nullable String email,
        String phone,
        @Nullable Expertise expertise,
        Gender gender,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate affiliationFrom,
        @Nullable LocalDate affiliationUntil,
        @Nullable Invitation invitation) {

    public MembershipDraft {
        name = name.strip();
        title = title.strip();
        phone = phone.strip();
        email = email == null || email.isBlank() ? null : email.strip();
    }

    /** Of anybody but those whom the body invites. */
    public MembershipDraft(
            MemberRole role,
            @Nullable OrganisationId organisation,
            String name,
            String title,
            @Nullable String email,
            String phone,
            @Nullable Expertise expertise,
            Gender gender,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate affiliationFrom,
            @Nullable LocalDate affiliationUntil) {
        this(
                role,
                organisation,
                name,
                title,
                email,
                phone,
                expertise,
                gender,
                startsOn,
                endsOn,
                affiliationFrom,
                affiliationUntil,
                null);
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check() {
        Checks.present("memberName", name);
        Checks.limit("memberName", name, 120);
        Checks.limit("memberTitle", title, 120);
        Checks.limit("phone", phone, 40);
        if (email != null && !EmailAddresses.isOne(email)) {
            throw new InvalidInput("email", "problem.party.email");
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw new InvalidInput("endsOn", "problem.membership.period");
        }
        if ((role == MemberRole.INVITED) != (invitation != null)) {
            throw new InvalidInput("role", "problem.answer.choice");
        }
        if (invitation != null) {
            invitation.check();
        }
        if (affiliationFrom != null && affiliationUntil != null && affiliationUntil.isBefore(affiliationFrom)) {
            throw new InvalidInput("affiliationUntil", "problem.membership.period");
        }
    }

    /** True where the same person stands in the same role for the same organisation. */
    boolean isSameAs(MembershipDraft other) {
        return role == other.role
                && name.equalsIgnoreCase(other.name)
                && Objects.equals(organisation, other.organisation);
    }

    /** The same person in another role from a day on. */
    MembershipDraft in(MemberRole another, LocalDate from) {
        return with(another, from, endsOn);
    }

    /** The same, ending on a day. */
    public MembershipDraft endingOn(LocalDate last) {
        return with(role, startsOn, last);
    }

    /** The same, in the organisation until a day. */
    public MembershipDraft leavingOn(LocalDate last) {
        return new MembershipDraft(
                role,
                organisation,
                name,
                title,
                email,
                phone,
                expertise,
                gender,
                startsOn,
                endsOn,
                affiliationFrom,
                last,
                invitation);
    }

    private MembershipDraft with(MemberRole changed, LocalDate first, @Nullable LocalDate last) {
        return new MembershipDraft(
                changed,
                organisation,
                name,
                title,
                email,
                phone,
                expertise,
                gender,
                first,
                last,
                affiliationFrom,
                affiliationUntil,
                changed == MemberRole.INVITED ? invitation : null);
    }
}
