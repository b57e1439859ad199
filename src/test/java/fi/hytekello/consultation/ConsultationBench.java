package fi.hytekello.consultation;

import fi.hytekello.Towns.Town;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A regional council with a body and three municipalities in its register, on the first working day of 2021. */
public final class ConsultationBench {

    public static final Instant BEGUN = Instant.parse("2021-01-04T08:00:00Z");
    public static final LocalDate LAST_DAY = LocalDate.of(2021, 2, 26);

    private final Consultations consultations;
    private final Contacts contacts;
    private final Organisations organisations;
    private final Worklist worklist;
    private final TaskDesk desk;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private Town council;
    private BodyId body;

    ConsultationBench(
            Consultations consultations,
            Contacts contacts,
            Organisations organisations,
            Worklist worklist,
            TaskDesk desk,
            ManagementService jobs,
            JdbcClient jdbc) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.organisations = organisations;
        this.worklist = worklist;
        this.desk = desk;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    public static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public ConsultationBench in(Town regionalCouncil) {
        at(BEGUN);
        council = regionalCouncil;
        body = new BodyId(jdbc.sql("""
                        insert into hyte.body (municipality_code, kind, name_fi, name_sv)
                        values (:council, 'GROUP', 'Hyvinvointityöryhmä', 'Arbetsgruppen för välfärd') returning id""")
                .param("council", council.code().value())
                .query(Long.class)
                .single());
        add(OrganisationKind.MUNICIPALITY, "Forssa", null);
        add(OrganisationKind.MUNICIPALITY, "Hattula", null);
        add(OrganisationKind.MUNICIPALITY, "Loppi", null);
        add(OrganisationKind.MUNICIPALITY, "Liitetty", LocalDate.of(2020, 12, 31));
        add(OrganisationKind.NGO, "Yhdistys", null);
        return this;
    }

    public Town council() {
        return council;
    }

    public BodyId body() {
        return body;
    }

    public Person coordinator() {
        return council.person(Role.REGIONAL_COORDINATOR);
    }

    public Person director() {
        return council.person(Role.REGIONAL_DIRECTOR);
    }

    /** Of all three municipalities, by the coordinator, until 26 February. */
    public ConsultationId begin(@Nullable BodyId of) {
        return begin(of, Role.REGIONAL_COORDINATOR);
    }

    ConsultationId begin(@Nullable BodyId of, Role handler) {
        return consultations.begin(
                council.code(),
                of,
                new ConsultationDraft(
                        "Johdon kuuleminen 2021",
                        List.of("Mitkä ovat tavoitteenne?", "Mitä odotatte yhteistyöltä?"),
                        LocalDate.of(2021, 1, 4),
                        LAST_DAY,
                        handler,
                        consultations.municipalities(council.code()).stream()
                                .map(Organisation::id)
                                .collect(Collectors.toSet())),
                coordinator());
    }

    public Contact contact(ConsultationId id, String name) {
        return contacts.of(id).stream()
                .filter(one -> one.nameFi().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Heard on the phone on 11 January; each question is answered with the municipality's name. */
    public ContactNotes heard(ConsultationId id, String name) {
        Map<Long, String> views = consultations.get(id).questions().stream()
                .collect(Collectors.toMap(Question::id, one -> name + ": " + one.text() + "\nToinen rivi."));
        return new ContactNotes(
                ContactState.HEARD,
                ContactMeans.CALL,
                null,
                LocalDate.of(2021, 1, 11),
                "Kunnanjohtaja",
                views,
                "Muuta " + name,
                "Toinen kuuleminen syksyllä",
                "");
    }

    /** Hears a municipality in its task. */
    public void hear(ConsultationId id, String name) {
        at(Instant.parse("2021-01-11T10:00:00Z"));
        Contact contact = contact(id, name);
        contacts.write(String.valueOf(contact.task()), heard(id, name), contact.version());
        desk.complete(String.valueOf(contact.task()), coordinator(), Map.of());
    }

    public void hearAll(ConsultationId id) {
        List.of("Forssa", "Hattula", "Loppi").forEach(name -> hear(id, name));
    }

    public OpenTask task(ConsultationId id, String name) {
        return worklist.find(String.valueOf(contact(id, name).task())).orElseThrow();
    }

    public List<OpenTask> tasks(ConsultationId id) {
        return worklist.ofMatter("consultation:" + id);
    }

    public OpenTask summaryTask(ConsultationId id) {
        List<OpenTask> open = tasks(id);
        if (open.size() != 1 || !open.get(0).task().equals("Activity_WriteSummary")) {
            throw new AssertionError("The summary is not awaited, but " + open);
        }
        return open.get(0);
    }

    /** Goes to the moment of a timer and fires it. */
    void fire(ConsultationId id, String timer) {
        Job job = job(id, timer);
        at(job.getDuedate().toInstant());
        jobs.executeJob(job.getId());
    }

    Job job(ConsultationId id, String timer) {
        return jobs.createJobQuery()
                .processInstanceId(tasks(id).get(0).processInstance())
                .activityId(timer)
                .singleResult();
    }

    /** What has been told of a task, with the deadline of which it tells. */
    List<String> told(OpenTask task) {
        return jdbc.sql("""
                        select kind || ' ' || split_part(recipient, '.', 1) || ' ' || due_on from hyte.notification
                        where task_id = :task and kind <> 'TASK_NOTICE' order by id""").param("task", task.id()).query(String.class).list();
    }

    private void add(OrganisationKind kind, String name, @Nullable LocalDate until) {
        organisations.add(
                council.code(),
                new OrganisationDraft(
                        kind,
                        name,
                        name + " sv",
                        Languages.FINNISH,
                        null,
                        null,
                        "Kunnanjohtaja",
                        "Kommundirektören",
                        "johto@" + name.toLowerCase(Locale.ROOT) + ".example",
                        null,
                        LocalDate.of(2020, 1, 1),
                        until),
                coordinator());
    }
}
