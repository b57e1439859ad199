package fi.hytekello.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Organisations, bodies and members with speaking defaults. */
public final class TestBodies {

    private TestBodies() {}

    /** A municipality valid since long ago. */
    public static OrganisationDraft organisation(String name, String language) {
        return new OrganisationDraft(
                OrganisationKind.MUNICIPALITY,
                name,
                "",
                Locale.forLanguageTag(language),
                null,
                null,
                "",
                "",
                null,
                null,
                LocalDate.of(2000, 1, 1),
                null);
    }

    /** A group without seats by organisation, which is to meet four or five times a year. */
    public static BodyDraft body(String name) {
        return new BodyDraft(
                BodyKind.GROUP,
                name,
                "",
                "",
                "",
                "",
                "",
                new BodyDraft.Setting("", null, ""),
                "",
                null,
                null,
                new BodyDraft.Cadence(4, 5),
                QuotaPolicy.OFF,
                3,
                List.of(),
                List.of());
    }

    public static MembershipDraft member(
            MemberRole role,
            String name,
            @Nullable OrganisationId organisation,
            @Nullable String email,
            LocalDate startsOn) {
        return new MembershipDraft(
                role, organisation, name, "", email, "", null, Gender.NOT_STATED, startsOn, null, null, null);
    }

    /** The same membership with another last day. */
    public static MembershipDraft ending(MembershipDraft draft, LocalDate last) {
        return draft.endingOn(last);
    }
}
