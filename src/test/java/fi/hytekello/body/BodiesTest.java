package fi.hytekello.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.SeatStanding.State;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies, their seats and who was in them when. */
@WholeTest
class BodiesTest {

    private static final LocalDate START = LocalDate.of(2027, 2, 1);
    private static final LocalDate LATER = LocalDate.of(2027, 9, 1);

    @Autowired
    Towns towns;

    @Autowired
    Organisations organisations;

    @Autowired
    Bodies bodies;

    @Autowired
    Memberships memberships;

    @Autowired
    Compositions compositions;

    @Autowired
    Endings endings;

    @Autowired
    Leads leads;

    @Autowired
    JdbcClient jdbc;

    private Town council;
    private Person keeper;
    private OrganisationId first;
    private OrganisationId second;

    @BeforeEach
    void foundsACouncilWithTwoOrganisations() {
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        first = organisation("Eka kuntayhtymä", OrganisationKind.JOINT_AUTHORITY);
        second = organisation("Toka järjestö", OrganisationKind.NGO);
    }

    @Test
    void keepsEverythingThatWasWrittenOfABody() {
        BodyDraft draft = draft(List.of(
                new SeatRule(OrganisationKind.JOINT_AUTHORITY, null, 1, 1, false),
                new SeatRule(null, second, 0, 2, true)));
        BodyId id = bodies.add(council.code(), draft, keeper);
        assertThat(bodies.get(council.code(), id).content()).isEqualTo(draft);
        BodyDraft without = draft(List.of());
        bodies.change(council.code(), id, without, 0, keeper);
        assertThat(bodies.of(council.code())).extracting(Body::content).containsExactly(without);
    }

    @Test
    void isChangedByItsKeeperAloneAndNotOverAnothersChange() {
        BodyId id = bodies.add(council.code(), draft(List.of()), keeper);
        Person director = council.person(Role.REGIONAL_DIRECTOR);
        assertThatThrownBy(() -> bodies.add(council.code(), draft(List.of()), director))
                .isInstanceOf(Refused.class);
        bodies.change(council.code(), id, draft(List.of()), 0, keeper);
        assertThatThrownBy(() -> bodies.change(council.code(), id, draft(List.of()), 0, keeper))
                .isInstanceOf(Conflict.class);
        Town other = towns.makeRegionalCouncil();
        assertThatThrownBy(() -> bodies.get(other.code(), id)).isInstanceOf(NotFound.class);
        Person stranger = other.person(Role.REGIONAL_COORDINATOR);
        assertThatThrownBy(() -> memberships.add(other.code(), id, member("A", null), stranger))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesSeatsOfAnOrganisationOfAnotherTenantAndOfOneKindTwice() {
        Town other = towns.makeRegionalCouncil();
        OrganisationId foreign = organisations.add(
                other.code(),
                organisation("Vieras", OrganisationKind.NGO, START),
                other.person(Role.REGIONAL_COORDINATOR));
        SeatRule kind = new SeatRule(OrganisationKind.NGO, null, 1, 1, false);
        for (List<SeatRule> seats : List.of(
                List.of(kind, new SeatRule(null, foreign, 1, 1, false)),
                List.of(kind, kind),
                List.of(kind, new SeatRule(OrganisationKind.PARISH, null, 3, 2, false)))) {
            assertThatThrownBy(() -> bodies.add(council.code(), draft(seats), keeper))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            wrong -> assertThat(wrong.field()).isEqualTo("seats-2"));
        }
    }

    @Test
    void aMunicipalitysCoordinatorKeepsItsOwnBodies() {
        Town town = towns.make();
        BodyId id = bodies.add(town.code(), draft(List.of()), town.person(Role.COORDINATOR));
        assertThat(bodies.get(town.code(), id).keeper()).isEqualTo(town.code());
        assertThatThrownBy(() -> bodies.add(town.code(), draft(List.of()), town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void showsWhichSeatsAreMissingFilledAndTakenTwice() {
        Body body = body(List.of(
                new SeatRule(OrganisationKind.JOINT_AUTHORITY, null, 1, 1, false),
                new SeatRule(null, second, 1, 1, true)));
        assertThat(states(body)).containsExactly(Map.entry(first, State.MISSING), Map.entry(second, State.MISSING));
        add(body, member("A", first));
        add(body, member("B", second));
        assertThat(states(body))
                .containsExactly(Map.entry(first, State.IN_ORDER), Map.entry(second, State.DEPUTY_MISSING));
        add(body, in(MemberRole.DEPUTY, "C", second, Gender.NOT_STATED));
        add(body, member("D", first));
        assertThat(states(body)).containsExactly(Map.entry(first, State.TOO_MANY), Map.entry(second, State.IN_ORDER));
    }

    @Test
    void anOrganisationThatHasEndedHasNoSeats() {
        Body body = body(List.of(new SeatRule(OrganisationKind.JOINT_AUTHORITY, null, 1, 1, false)));
        organisations.change(
                council.code(),
                first,
                organisation("Eka kuntayhtymä", OrganisationKind.JOINT_AUTHORITY, LATER),
                0,
                keeper);
        assertThat(compositions.seats(body, LATER)).hasSize(1);
        assertThat(compositions.seats(body, LATER.plusDays(1))).isEmpty();
    }

    @Test
    void ofTwoSeatsOneRemainsWhenMunicipalitiesMergeWithinTheTerm() {
        OrganisationId small = organisation("Pikkukunta", OrganisationKind.MUNICIPALITY);
        OrganisationId large = organisation("Isokunta", OrganisationKind.MUNICIPALITY);
        Body body = body(List.of(new SeatRule(OrganisationKind.MUNICIPALITY, null, 1, 1, false)));
        add(body, member("A", small));
        long leaving = add(body, member("B", large));
        endings.end(council.code(), small, LATER, large, 0, keeper);
        assertThat(states(body, LATER))
                .containsExactly(Map.entry(large, State.IN_ORDER), Map.entry(small, State.IN_ORDER));
        assertThat(states(body, LATER.plusDays(1))).containsExactly(Map.entry(large, State.TOO_MANY));
        MembershipDraft last = memberships.get(body.id(), leaving).content().endingOn(LATER);
        memberships.change(council.code(), body.id(), leaving, last, 0, keeper);
        assertThat(states(body, LATER.plusDays(1))).containsExactly(Map.entry(large, State.IN_ORDER));
    }

    @Test
    void aDissolvedAuthorityHasNoSeatAndItsMemberStaysUntilEnded() {
        Body body = body(List.of(new SeatRule(OrganisationKind.JOINT_AUTHORITY, null, 1, 1, false)));
        add(body, member("A", first));
        endings.end(council.code(), first, LATER, null, 0, keeper);
        assertThat(states(body, LATER.plusDays(1))).isEmpty();
        assertThat(memberships.on(body.id(), LATER.plusDays(1))).hasSize(1);
    }

    @Test
    void aSeatIsOpenWhenItsHolderHasLeftTheOrganisationButNotTheBody() {
        Body body = body(List.of(new SeatRule(null, second, 1, 1, false)));
        long member = add(body, member("A", second));
        MembershipDraft before = memberships.get(body.id(), member).content();
        MembershipDraft left = new MembershipDraft(
                before.role(),
                before.organisation(),
                before.name(),
                before.title(),
                before.email(),
                before.phone(),
                before.expertise(),
                before.gender(),
                before.startsOn(),
                before.endsOn(),
                START,
                LATER);
        memberships.change(council.code(), body.id(), member, left, 0, keeper);
        assertThat(states(body, LATER)).containsExactly(Map.entry(second, State.IN_ORDER));
        assertThat(states(body, LATER.plusDays(1))).containsExactly(Map.entry(second, State.MISSING));
    }

    @Test
    void theLeadGoesRoundAsItsKeeperSays() {
        Body body = body(List.of());
        assertThat(leads.on(body, START)).isEmpty();
        leads.set(council.code(), body.id(), START, List.of(second, first), body.version(), keeper);
        LeadRotation.Lead lead = leads.on(body, START).orElseThrow();
        assertThat(lead.now().id()).isEqualTo(second);
        assertThat(lead.next().id()).isEqualTo(first);
        assertThat(lead.until()).isEqualTo(START.plusYears(3).minusDays(1));
        assertThatThrownBy(() -> leads.set(council.code(), body.id(), START, List.of(first, first), 1, keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, twice -> assertThat(twice.field()).isEqualTo("turn-2"));
        assertThatThrownBy(() -> leads.set(council.code(), body.id(), START, List.of(first), body.version(), keeper))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> leads.set(
                        council.code(), body.id(), START, List.of(first), 1, council.person(Role.REGIONAL_DIRECTOR)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRoleFromTheFirstDayOnChangesThatMembershipAlone() {
        Body body = body(List.of());
        long member = add(body, member("A", first));
        memberships.takeRole(council.code(), body.id(), member, MemberRole.CHAIR, START, 0, keeper);
        assertThat(memberships.of(body.id()))
                .extracting(one -> one.content().role())
                .containsExactly(MemberRole.CHAIR);
    }

    @Test
    void aNewRoleEndsTheOldOneTheDayBeforeAndTheHistoryStays() {
        Body body = body(List.of());
        long member = add(body, member("A", first));
        memberships.takeRole(council.code(), body.id(), member, MemberRole.CHAIR, LATER, 0, keeper);
        assertThat(roles(body, LATER.minusDays(1))).containsExactly(MemberRole.MEMBER);
        assertThat(roles(body, LATER)).containsExactly(MemberRole.CHAIR);
        assertThat(memberships.of(body.id())).hasSize(2);
        assertThatThrownBy(() ->
                        memberships.takeRole(council.code(), body.id(), member, MemberRole.CHAIR, LATER, 1, keeper))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void hasOneChairAtATime() {
        Body body = body(List.of());
        long chair = add(body, in(MemberRole.CHAIR, "A", first, Gender.WOMAN));
        MembershipDraft another = in(MemberRole.CHAIR, "B", second, Gender.MAN);
        assertThatThrownBy(() -> add(body, another))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo("role"));
        MembershipDraft ended = memberships.get(body.id(), chair).content().endingOn(START.plusDays(3));
        memberships.change(council.code(), body.id(), chair, ended, 0, keeper);
        add(body, another.in(MemberRole.CHAIR, START.plusDays(4)));
        assertThat(memberships.on(body.id(), START.plusDays(4))).hasSize(1);
    }

    @Test
    void aSecondClickAddsNeitherTheBodyNorTheMemberAgain() {
        Body body = body(List.of());
        assertThatThrownBy(() -> bodies.add(council.code(), draft(List.of()), keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, twice -> assertThat(twice.field()).isEqualTo("nameFi"));
        add(body, member("A", first));
        assertThatThrownBy(() -> add(body, member("a", first)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, twice -> assertThat(twice.field()).isEqualTo("memberName"));
        add(body, member("A", second));
        assertThat(memberships.of(body.id())).hasSize(2);
    }

    @Test
    void addsManyMembersAtOnceOrNone() {
        Body body = body(List.of());
        List<MembershipDraft> two = List.of(
                in(MemberRole.MEMBER, "A", first, Gender.WOMAN), in(MemberRole.DEPUTY, "B", second, Gender.MAN));
        memberships.addAll(council.code(), body.id(), two, keeper);
        assertThat(memberships.of(body.id())).extracting(Membership::content).containsExactlyElementsOf(two);
        List<MembershipDraft> twice = List.of(member("C", first), member("c", first));
        assertThatThrownBy(() -> memberships.addAll(council.code(), body.id(), twice, keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo("memberName"));
        assertThat(memberships.of(body.id())).hasSize(2);
        assertThat(jdbc.sql("select details ->> 'role' from hyte.audit_event where subject = :subject")
                        .param(
                                "subject",
                                "membership:" + memberships.of(body.id()).get(1).id())
                        .query(String.class)
                        .list())
                .containsExactly("DEPUTY");
    }

    @Test
    void judgesMembersAndDeputiesApartAndCountsNoSecretary() {
        Body body = body(List.of());
        add(body, in(MemberRole.CHAIR, "A", first, Gender.WOMAN));
        add(body, in(MemberRole.MEMBER, "B", first, Gender.WOMAN));
        add(body, in(MemberRole.DEPUTY, "C", first, Gender.MAN));
        add(body, in(MemberRole.DEPUTY, "D", first, Gender.WOMAN));
        add(body, in(MemberRole.SECRETARY, "E", null, Gender.MAN));
        Composition composition = compositions.on(body, START);
        assertThat(composition.members()).isEqualTo(new GenderCount(2, 0, 0));
        assertThat(composition.membersQuota().reason()).isEqualTo(CompositionFinding.Reason.QUOTA_NOT_MET);
        assertThat(composition.deputiesQuota().reason()).isEqualTo(CompositionFinding.Reason.QUOTA_MET);
    }

    @Test
    void keepsNobodysNameOrGenderInTheAuditTrail() {
        Body body = body(List.of());
        long member = add(body, in(MemberRole.MEMBER, "Sivistysjohtaja", first, Gender.WOMAN));
        assertThat(jdbc.sql("select details::text from hyte.audit_event where subject = :subject")
                        .param("subject", "membership:" + member)
                        .query(String.class)
                        .list())
                .containsExactly("{\"role\": \"MEMBER\"}");
    }

    private List<Map.Entry<OrganisationId, State>> states(Body body) {
        return states(body, START);
    }

    private List<Map.Entry<OrganisationId, State>> states(Body body, LocalDate day) {
        return compositions.seats(body, day).stream()
                .map(seat -> Map.entry(seat.organisation().id(), seat.state()))
                .toList();
    }

    private List<MemberRole> roles(Body body, LocalDate day) {
        return memberships.on(body.id(), day).stream()
                .map(one -> one.content().role())
                .toList();
    }

    private long add(Body body, MembershipDraft draft) {
        return memberships.add(council.code(), body.id(), draft, keeper);
    }

    private Body body(List<SeatRule> seats) {
        return bodies.get(council.code(), bodies.add(council.code(), draft(seats), keeper));
    }

    private OrganisationId organisation(String name, OrganisationKind kind) {
        return organisations.add(council.code(), organisation(name, kind, null), keeper);
    }

    private static OrganisationDraft organisation(String name, OrganisationKind kind, @Nullable LocalDate until) {
        return new OrganisationDraft(
                kind, name, "", Languages.FINNISH, null, null, "", "", null, null, START.minusYears(1), until);
    }

    private static MembershipDraft member(String name, @Nullable OrganisationId organisation) {
        return in(MemberRole.MEMBER, name, organisation, Gender.NOT_STATED);
    }

    private static MembershipDraft in(
            MemberRole role, String name, @Nullable OrganisationId organisation, Gender gender) {
        return new MembershipDraft(
                role, organisation, name, "", null, "", Expertise.EDUCATION, gender, START, null, null, null);
    }

    private static BodyDraft draft(List<SeatRule> seats) {
        return new BodyDraft(
                BodyKind.GROUP,
                "Hyvinvoinnin edistämisen maakunnallinen työryhmä",
                "",
                "Hyvinvointiryhmä",
                "",
                "Valmistelee alueen hyvinvointikertomuksen.",
                "",
                new BodyDraft.Setting("Maakuntahallitus", START.minusMonths(2), "78"),
                "Hanke",
                LocalDate.of(2027, 12, 31),
                LocalDate.of(2029, 5, 31),
                new BodyDraft.Cadence(4, 5),
                QuotaPolicy.ADVISE,
                3,
                List.of(new Contact("erityisasiantuntija", "asiantuntija@koe.example", "")),
                seats);
    }
}
