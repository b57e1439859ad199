package fi.hytekello.consultation;

import static fi.hytekello.consultation.ConsultationBench.LAST_DAY;
import static fi.hytekello.consultation.ConsultationBench.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The management of municipalities is heard, each in a task of its own, on the real engine and database. */
@WholeTest
class ConsultationsTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Consultations consultations;

    @Autowired
    Contacts contacts;

    @Autowired
    TaskDesk desk;

    private ConsultationBench bench;
    private Person coordinator;

    @BeforeEach
    void begin() {
        bench = beans.createBean(ConsultationBench.class).in(towns.makeRegionalCouncil());
        coordinator = bench.coordinator();
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void everyMunicipalityOfTodayBecomesATaskOfWhoeverHearsThemDueOnTheLastDay() {
        ConsultationId id = bench.begin(null, Role.REGIONAL_DIRECTOR);
        assertThat(contacts.of(id)).extracting(Contact::nameFi).containsExactly("Forssa", "Hattula", "Loppi");
        assertThat(bench.tasks(id))
                .hasSize(3)
                .allSatisfy(task -> {
                    assertThat(task.groups()).containsExactly("regional-director");
                    assertThat(task.dueAt()).isEqualTo("2021-02-26T14:00:00Z");
                })
                .extracting(OpenTask::id)
                .containsExactlyInAnyOrderElementsOf(
                        contacts.of(id).stream().map(Contact::task).toList());
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.HEARING);
    }

    @Test
    void oneIsUnderWayForABodyAndOneForTheRegionAtATime() {
        bench.begin(bench.body());
        ConsultationId region = bench.begin(null);
        assertThatThrownBy(() -> bench.begin(bench.body())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> bench.begin(null)).isInstanceOf(Conflict.class);
        bench.hearAll(region);
        conclude(region);
        bench.begin(null);
        assertThat(consultations.ofBody(bench.body())).hasSize(1);
        assertThat(consultations.of(bench.council().code())).hasSize(3);
    }

    @Test
    void onlyTheCoordinatorBeginsAndOnlyWithMunicipalitiesOfToday() {
        ConsultationDraft draft = new ConsultationDraft(
                "Kuuleminen",
                List.of("Mitä?"),
                LocalDate.of(2021, 1, 4),
                LAST_DAY,
                Role.REGIONAL_COORDINATOR,
                Set.of(new OrganisationId(1)));
        assertThatThrownBy(() -> consultations.begin(bench.council().code(), null, draft, bench.director()))
                .isInstanceOf(Refused.class);
        refusedAt("municipalities", () -> consultations.begin(bench.council().code(), null, draft, coordinator));
    }

    @Test
    void anAgreedDayMovesTheRemindersOfThatMunicipalityAloneAndNotTheLastDay() {
        ConsultationId id = bench.begin(null);
        OpenTask forssa = bench.task(id, "Forssa");
        agree(id, "Forssa", LocalDate.of(2021, 1, 20));
        assertThat(bench.task(id, "Forssa").dueAt()).isEqualTo("2021-01-21T14:00:00Z");
        assertThat(bench.task(id, "Loppi").dueAt()).isEqualTo("2021-02-26T14:00:00Z");
        assertThat(consultations.get(id).lastDay()).isEqualTo(LAST_DAY);
        bench.fire(id, "Event_HearingReminder");
        assertThat(ClockUtil.getCurrentTime().toInstant()).isBefore("2021-01-21T14:00:00Z");
        assertThat(bench.told(forssa)).containsExactly("FIRST_REMINDER regional-coordinator 2021-01-21");
        assertThat(bench.told(bench.task(id, "Loppi"))).isEmpty();

        agree(id, "Forssa", LocalDate.of(2021, 3, 3));
        assertThat(bench.task(id, "Forssa").dueAt()).isEqualTo("2021-03-04T14:00:00Z");
        assertThat(bench.contact(id, "Forssa").isLateOn(LocalDate.of(2021, 3, 1), LAST_DAY))
                .isFalse();
        assertThat(bench.contact(id, "Loppi").isLateOn(LocalDate.of(2021, 3, 1), LAST_DAY))
                .isTrue();
    }

    @Test
    void whatIsOverdueIsToldToWhoeverHearsAndThenToTheDirector() {
        ConsultationId id = bench.begin(null);
        at(Instant.parse("2021-02-26T15:00:00Z"));
        for (int n = 0;
                n < 8 && bench.told(bench.task(id, "Loppi")).stream().noneMatch(one -> one.startsWith("ESC"));
                n++) {
            bench.fire(id, "Event_HearingOverdue");
        }
        assertThat(bench.told(bench.task(id, "Loppi")))
                .contains("OVERDUE regional-coordinator 2021-02-26", "ESCALATION regional-director 2021-02-26");
    }

    @Test
    void moreTimeIsForThoseWithWhomNothingIsAgreed() {
        ConsultationId id = bench.begin(null);
        agree(id, "Forssa", LocalDate.of(2021, 1, 20));
        int version = consultations.get(id).version();
        refusedAt("hearingUntil", () -> prolong(id, null, version));
        refusedAt("hearingUntil", () -> prolong(id, LocalDate.of(2021, 1, 4), version));
        refusedAt("hearingUntil", () -> prolong(id, LocalDate.of(2202, 1, 4), version));
        prolong(id, LocalDate.of(2021, 3, 26), version);
        assertThat(bench.task(id, "Loppi").dueAt()).isEqualTo("2021-03-26T14:00:00Z");
        assertThat(bench.task(id, "Forssa").dueAt()).isEqualTo("2021-01-21T14:00:00Z");
        assertThatThrownBy(() -> prolong(id, LocalDate.of(2021, 3, 31), version))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aTaskEndsOnlyWithWhatWasHeardOrWhyNobodyWasReached() {
        ConsultationId id = bench.begin(null);
        at(Instant.parse("2021-01-11T10:00:00Z"));
        refusedAt("contactState", () -> finish(id, notes(ContactState.OPEN, null, null, "", "", "")));
        refusedAt("means", () -> finish(id, notes(ContactState.HEARD, null, null, "", "", "")));
        refusedAt("heardOn", () -> finish(id, notes(ContactState.HEARD, ContactMeans.VISIT, null, "", "", "")));
        LocalDate today = LocalDate.of(2021, 1, 11);
        refusedAt("post", () -> finish(id, notes(ContactState.HEARD, ContactMeans.VISIT, today, "", "", "")));
        refusedAt(
                "otherViews",
                () -> finish(id, notes(ContactState.HEARD, ContactMeans.VISIT, today, "Johtaja", "", "")));
        refusedAt("reason", () -> finish(id, notes(ContactState.NOT_REACHED, null, null, "", "", "")));
        refusedAt("heardOn", () -> finish(id, notes(ContactState.HEARD, null, today.plusDays(1), "", "", "")));
        refusedAt("agreedOn", () -> agree(id, "Forssa", today.minusDays(1)));
        refusedAt("agreedOn", () -> agree(id, "Forssa", LocalDate.of(2201, 1, 20)));
        finish(id, notes(ContactState.NOT_REACHED, null, null, "", "", "Soitettu kolmesti."));
        assertThat(bench.contact(id, "Forssa").finished()).isTrue();
        assertThat(bench.tasks(id)).hasSize(2);
    }

    @Test
    void aDayThatWasAgreedMayBePastWhileTheNotesAreWritten() {
        ConsultationId id = bench.begin(null);
        agree(id, "Forssa", LocalDate.of(2021, 1, 20));
        at(Instant.parse("2021-01-21T08:00:00Z"));
        agree(id, "Forssa", LocalDate.of(2021, 1, 20));
        assertThat(bench.contact(id, "Forssa").version()).isEqualTo(2);
    }

    @Test
    void notesAreKeptAsTheyAreUntilTheTaskEndsAndMayThenBeChangedUntilTheSummaryIsMade() {
        ConsultationId id = bench.begin(bench.body());
        Consultation consultation = consultations.get(id);
        ContactId forssa = bench.contact(id, "Forssa").id();
        at(Instant.parse("2021-01-11T10:00:00Z"));
        assertThatThrownBy(() -> contacts.change(consultation, forssa, bench.heard(id, "Forssa"), 0, coordinator))
                .isInstanceOf(Conflict.class);
        bench.hear(id, "Forssa");
        Contact heard = bench.contact(id, "Forssa");
        assertThat(heard.notes()).isEqualTo(bench.heard(id, "Forssa"));
        ContactNotes other =
                notes(ContactState.HEARD, ContactMeans.VISIT, LocalDate.of(2021, 1, 8), "Johtaja", "Uusi", "");
        assertThatThrownBy(() -> contacts.change(consultation, forssa, other, heard.version(), bench.director()))
                .isInstanceOf(Refused.class);
        contacts.change(consultation, forssa, other, heard.version(), coordinator);
        assertThat(bench.contact(id, "Forssa").notes()).isEqualTo(other);
        assertThatThrownBy(() -> contacts.change(consultation, forssa, other, heard.version(), coordinator))
                .isInstanceOf(Conflict.class);
        bench.hear(id, "Hattula");
        bench.hear(id, "Loppi");
        conclude(id);
        int version = bench.contact(id, "Forssa").version();
        assertThatThrownBy(() -> contacts.change(consultations.get(id), forssa, other, version, coordinator))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theCoordinatorEndsTheHearingWithAReasonForEachThatIsMissing() {
        ConsultationId id = bench.begin(null);
        bench.hear(id, "Forssa");
        OpenTask loppi = bench.task(id, "Loppi");
        ContactId hattula = bench.contact(id, "Hattula").id();
        refusedAt("reason-" + hattula, () -> endEarly(id, Map.of(), " "));
        assertThat(bench.tasks(id)).hasSize(2);
        endEarly(id, Map.of(hattula, "Johtaja vaihtuu."), "Aika ei riittänyt.");
        assertThat(contacts.of(id))
                .extracting(one -> one.state() + " " + one.notes().reason())
                .containsExactly("HEARD ", "MISSED Johtaja vaihtuu.", "MISSED Aika ei riittänyt.");
        assertThat(bench.summaryTask(id).dueAt()).isEqualTo("2021-01-25T14:00:00Z");
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.SUMMARY);
        assertThatThrownBy(() -> endEarly(id, Map.of(), "Taas")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.complete(loppi.id(), coordinator, Map.of()))
                .isInstanceOf(Conflict.class);

        Contact late = bench.contact(id, "Loppi");
        contacts.change(consultations.get(id), late.id(), bench.heard(id, "Loppi"), late.version(), coordinator);
        assertThat(bench.contact(id, "Loppi").state()).isEqualTo(ContactState.HEARD);
    }

    private void endEarly(ConsultationId id, Map<ContactId, String> reasons, String otherwise) {
        consultations.endEarly(bench.council().code(), id, reasons, otherwise, coordinator);
    }

    private void prolong(ConsultationId id, @Nullable LocalDate until, int version) {
        consultations.prolong(bench.council().code(), id, until, version, coordinator);
    }

    private void agree(ConsultationId id, String name, LocalDate day) {
        Contact contact = bench.contact(id, name);
        contacts.write(
                String.valueOf(contact.task()),
                new ContactNotes(ContactState.AGREED, null, day, null, "", Map.of(), "", "", ""),
                contact.version());
    }

    private void finish(ConsultationId id, ContactNotes notes) {
        Contact forssa = bench.contact(id, "Forssa");
        contacts.write(String.valueOf(forssa.task()), notes, forssa.version());
        desk.complete(String.valueOf(forssa.task()), coordinator, Map.of());
    }

    private void conclude(ConsultationId id) {
        beans.getBeanProvider(Summaries.class)
                .getObject()
                .conclude(id, "Johtopäätös", consultations.get(id).version());
        desk.complete(bench.summaryTask(id).id(), coordinator, Map.of());
    }

    private static ContactNotes notes(
            ContactState state,
            @Nullable ContactMeans means,
            @Nullable LocalDate heardOn,
            String post,
            String other,
            String reason) {
        return new ContactNotes(state, means, null, heardOn, post, Map.of(), other, "", reason);
    }

    private static void refusedAt(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
