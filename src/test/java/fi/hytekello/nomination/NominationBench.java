package fi.hytekello.nomination;

import fi.hytekello.Towns.Town;
import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open round of a regional council, and requests in it, on the days of the seed: asked 17.12.2026, due 15.1.2027. */
public final class NominationBench {

    public static final Instant ASKED = Instant.parse("2026-12-17T08:00:00Z");
    public static final LocalDate DUE_ON = LocalDate.of(2027, 1, 15);
    public static final Instant DUE = Instant.parse("2027-01-15T14:00:00Z");

    private final Organisations organisations;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private Town council;
    private RoundId round;

    NominationBench(Organisations organisations, RuntimeService runtime, ManagementService jobs, JdbcClient jdbc) {
        this.organisations = organisations;
        this.runtime = runtime;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    public static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public NominationBench in(Town regionalCouncil) {
        council = regionalCouncil;
        long body = jdbc.sql("""
                        insert into hyte.body (municipality_code, kind, name_fi, name_sv)
                        values (:council, 'GROUP', 'Hyvinvointityöryhmä', 'Arbetsgruppen för välfärd') returning id""")
                .param("council", council.code().value())
                .query(Long.class)
                .single();
        round = new RoundId(jdbc.sql("""
                        insert into hyte.nomination_round (municipality_code, body_id, state, text_fi, text_sv, diary_number,
                            due_on, due_at, requested_at)
                        values (:council, :body, 'OPEN', 'Pyydämme nimeämään edustajan.', 'Vi ber er utse en representant.',
                            '45/2026', :on, :at, :asked) returning id""")
                .param("council", council.code().value())
                .param("body", body)
                .param("on", DUE_ON)
                .param("at", OffsetDateTime.parse(DUE.toString()))
                .param("asked", OffsetDateTime.parse(ASKED.toString()))
                .query(Long.class)
                .single());
        return this;
    }

    public RoundId round() {
        return round;
    }

    public Town council() {
        return council;
    }

    /** A municipality that is asked for one representative and a deputy; its addresses begin with its name. */
    public RequestId ask(String name) {
        return ask(name, Languages.FINNISH, 1);
    }

    public RequestId ask(String name, Locale language, int seats) {
        String place = plain(name) + "." + council.code().value().toLowerCase(Locale.ROOT);
        long organisation = organisations
                .add(
                        council.code(),
                        new OrganisationDraft(
                                OrganisationKind.MUNICIPALITY,
                                name,
                                name + " sv",
                                language,
                                "kirjaamo@" + place + ".example",
                                "asiantuntija@" + place + ".example",
                                "Kunnanjohtaja",
                                "Kommundirektören",
                                "johto@" + place + ".example",
                                null,
                                LocalDate.of(2020, 1, 1),
                                null),
                        council.person(Role.REGIONAL_COORDINATOR))
                .value();
        RequestId id = new RequestId(jdbc.sql("""
                        insert into hyte.nomination_request (round_id, organisation_id, min_seats, max_seats, deputies,
                            due_on, due_at)
                        values (:round, :organisation, :seats, :seats, true, :on, :at) returning id""")
                .param("round", round.value())
                .param("organisation", organisation)
                .param("seats", seats)
                .param("on", DUE_ON)
                .param("at", OffsetDateTime.parse(DUE.toString()))
                .query(Long.class)
                .single());
        runtime.createProcessInstanceByKey("NominationRequest")
                .businessKey("nomination-request/" + id)
                .setVariable("municipalityCode", council.code().value())
                .setVariable("matter", "nomination:" + round)
                .setVariable("requestId", id.value())
                .execute();
        return id;
    }

    /** Fires the timer of a request. */
    public void deadlineOf(RequestId id) {
        String instance = instanceOf(id);
        Job timer = jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId("Event_AnswersDue")
                .singleResult();
        at(timer.getDuedate().toInstant());
        jobs.executeJob(timer.getId());
    }

    /** The group has been set up of those named. */
    public void composed() {
        jdbc.sql("""
                        update hyte.nomination_round set state = 'COMPOSED', appointed_by = 'Johtaja', appointed_on = :due,
                            members_from = :due where id = :round""").param("due", DUE_ON).param("round", round.value()).update();
    }

    /** Null where the request is awaited no more. */
    public @Nullable String instanceOf(RequestId id) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("NominationRequest")
                .variableValueEquals("requestId", id.value())
                .list()
                .stream()
                .map(instance -> instance.getId())
                .findFirst()
                .orElse(null);
    }

    /** Mails of a kind in the outbox, as recipient and day. */
    public List<String> mails(RequestId id, String kind) {
        return jdbc.sql("""
                        select split_part(recipient, ':', 3) || ' ' || coalesce(due_on::text, '') from hyte.notification
                        where subject_key like 'nomination-request:' || :id || '%' and kind = :kind
                            and payload ->> 'request' = :id and recipient like 'organisation:%'
                        order by due_on, recipient desc""")
                .param("id", id.toString())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    public static NomineeDraft person(int seat, String name) {
        return new NomineeDraft(
                seat,
                false,
                name,
                "Sivistysjohtaja",
                plain(name).replace(' ', '.') + "@kunta.example",
                "",
                Expertise.EDUCATION,
                Gender.NOT_STATED);
    }

    /** The second candidate for a seat, beside a {@link #person}. */
    public static NomineeDraft second(int seat, String name, Gender gender) {
        NomineeDraft one = person(seat, name);
        return new NomineeDraft(
                seat, false, true, one.name(), one.title(), one.email(), one.phone(), one.expertise(), gender);
    }

    public static RequestAnswer answer(@Nullable Integer version, NomineeDraft... nominees) {
        return new RequestAnswer(
                List.of(nominees),
                new Request.Decision("Kunnanhallitus", LocalDate.of(2026, 12, 16), "§ 301"),
                null,
                version);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ä', 'a').replace('ö', 'o');
    }
}
