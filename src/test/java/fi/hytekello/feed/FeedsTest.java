package fi.hytekello.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.component.VEvent;
import fi.hytekello.ReadCalendar;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.TestBodies;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineChanges;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.negotiation.Convener;
import fi.hytekello.negotiation.Heading;
import fi.hytekello.negotiation.NegotiationOutcome;
import fi.hytekello.negotiation.NegotiationPlan;
import fi.hytekello.negotiation.Negotiations;
import fi.hytekello.negotiation.Party;
import fi.hytekello.platform.security.LinkToken;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What calendars are told, as a program reads it that knows nothing of us. */
@WholeTest
class FeedsTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    DeadlineChanges deadlines;

    @Autowired
    Milestones milestones;

    @Autowired
    Worklist worklist;

    @Autowired
    Decisions decisions;

    @Autowired
    Negotiations negotiations;

    @Autowired
    Feeds feeds;

    @Autowired
    Bodies bodies;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;
    private LocalDate today;

    @BeforeEach
    void beginYear() {
        town = towns.make();
        today = LocalDate.now(clock.withZone(Finland.ZONE));
        cycle = planning.start(town.code(), today.getYear() + 1, town.person(Role.COORDINATOR));
    }

    @Test
    void tellsNothingOfACalendarThatIsNotConfirmedButItsOwnDate() {
        assertThat(common().events()).containsOnlyKeys(uid("deadline", MilestoneKind.CYCLE_OPENING));
    }

    @Test
    void tellsEveryStepOfTheYearAtItsMomentInWinterAndSummer() {
        planning.confirm(cycle.id());
        ReadCalendar read = common();
        List<Milestone> steps = milestones.of(cycle.id());
        Set<String> opening = steps.stream()
                .filter(step -> step.opensOn() != null)
                .map(step -> uid("opening", step.kind()))
                .collect(Collectors.toSet());
        assertThat(opening).hasSizeGreaterThan(4);
        assertThat(read.events().keySet())
                .isEqualTo(Stream.concat(steps.stream().map(step -> uid("deadline", step.kind())), opening.stream())
                        .collect(Collectors.toSet()));
        assertThat(steps).allSatisfy(step -> {
            String uid = uid("deadline", step.kind());
            assertThat(read.ends(uid)).isEqualTo(step.dueAt());
            assertThat(read.begins(uid)).isEqualTo(step.dueAt().minus(Duration.ofMinutes(30)));
        });
        assertThat(steps.stream().map(step -> Finland.ZONE.getRules().getOffset(step.dueAt())))
                .as("winter and summer")
                .contains(ZoneOffset.ofHours(2), ZoneOffset.ofHours(3));
        assertThat(read.day(uid("opening", MilestoneKind.FOLLOW_UP)))
                .isEqualTo(workingDay(LocalDate.of(cycle.year() + 1, 6, 30)));
        assertThat(read.said("X-WR-CALNAME")).isEqualTo("Hytekello – Koekunta");
        assertThat(read.event(uid("deadline", MilestoneKind.PROPOSALS))
                        .getSummary()
                        .getValue())
                .isEqualTo("Määräaika – Toimialojen ehdotukset (Koekunta %d)".formatted(cycle.year()));
        assertThat(description(read, uid("deadline", MilestoneKind.PROPOSALS)))
                .contains("Vuorossa: Yhteyshenkilö, Toimialajohtaja");
    }

    @Test
    void tellsEachPersonTheStepsInWhichTheyHaveTasks() {
        planning.confirm(cycle.id());
        assertThat(steps(town.person(Role.SECRETARY)))
                .contains(MilestoneKind.REPORT_BOARD, MilestoneKind.STATEMENTS)
                .doesNotContain(MilestoneKind.PROPOSALS, MilestoneKind.BUDGET_LINKS);
        assertThat(steps(town.person(Role.DEPARTMENT, Town.EDUCATION)))
                .contains(MilestoneKind.MEASURE_REPORTS, MilestoneKind.PROPOSALS)
                .doesNotContain(MilestoneKind.REPORT_BOARD);
        assertThat(steps(town.person(Role.RESPONSIBLE))).containsExactly(MilestoneKind.PROPOSALS);
        assertThat(own(town.person(Role.REGISTRY)).events()).isEmpty();
    }

    @Test
    void leadsFromAStepToTheOpenTask() {
        OpenTask task = worklist.ofCycle(cycle.id()).get(0);
        VEvent event = own(town.person(Role.COORDINATOR)).event(uid("deadline", MilestoneKind.CYCLE_OPENING));
        assertThat(event.getUrl().getValue()).endsWith("/tasks/" + task.id());
        assertThat(event.getDescription().getValue()).contains("Vahvista vuosikalenteri", "/tasks/" + task.id());
        assertThat(event.getTransparency().isTransparent()).isTrue();
        assertThat(own(town.person(Role.MANAGER))
                        .event(uid("deadline", MilestoneKind.CYCLE_OPENING))
                        .getUrl()
                        .getValue())
                .endsWith("/cycles/" + cycle.id());
    }

    @Test
    void tellsTheMeetingsOfBodiesToWhoKeepsThemAndToWhoIsAsked() {
        Town council = towns.makeRegionalCouncil();
        Person coordinator = council.person(Role.REGIONAL_COORDINATOR);
        Person director = council.person(Role.REGIONAL_DIRECTOR);
        BodyId body = bodies.add(council.code(), TestBodies.body("Työryhmä"), coordinator);
        Instant from = clock.instant().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.HOURS);
        jdbc.sql("""
                        insert into hyte.meeting (body_id, process_instance, state, starts_at, ends_at, place, remote_link)
                        values (:body, :process, 'ARRANGED', :from, :to, 'Kaupungintalo', 'https://etana.example/1')""")
                .param("body", body.value())
                .param("process", "feed-" + body)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", from.plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .update();
        ReadCalendar own = own(coordinator);
        String uid = own.events().keySet().iterator().next();
        assertThat(own.begins(uid)).isEqualTo(from);
        assertThat(own.event(uid).getSummary().getValue()).isEqualTo("Kokous: Työryhmä");
        assertThat(description(own, uid)).contains("https://etana.example/1");
        assertThat(own(director).events()).isEmpty();
        jdbc.sql("""
                        insert into hyte.meeting_attendee (meeting_id, name, email, language, guest)
                        select id, 'Johtaja', :email, 'fi', true from hyte.meeting where body_id = :body""")
                .param("email", director.email())
                .param("body", body.value())
                .update();
        assertThat(own(director).events()).hasSize(1);
        ReadCalendar common = ReadCalendar.of(feeds.calendar(council.code()).text());
        assertThat(common.events()).hasSize(1);
        assertThat(common.events().values().iterator().next().getDescription().getValue())
                .doesNotContain("etana.example");
        assertThat(feeds.common(coordinator)).isNotEmpty();
    }

    @Test
    void movesAnEventUnderTheNextSequenceAndLeavesTheOthersAlone() {
        planning.confirm(cycle.id());
        Person secretary = town.person(Role.SECRETARY);
        ReadCalendar before = own(secretary);
        ReadCalendar again = own(secretary);
        assertThat(again.whole().write()).isEqualTo(before.whole().write());

        LocalDate sunday = LocalDate.of(cycle.year(), 3, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        deadlines.follow(cycle.id(), MilestoneKind.STATEMENTS, sunday, DeadlineChange.Cause.STATEMENT_REQUEST, by());
        ReadCalendar after = own(secretary);
        String uid = uid("deadline", MilestoneKind.STATEMENTS);
        assertThat(after.event(uid).getSequence().getValue()).isEqualTo(1);
        assertThat(after.ends(uid))
                .as("the first working day after the clocks have changed")
                .isEqualTo(workingDay(sunday).atTime(16, 0).atZone(Finland.ZONE).toInstant());
        assertThat(description(after, uid)).contains("joten viimeinen päivä on seuraava arkipäivä");
        assertThat(after.event(uid).getLastModified().getValue())
                .isAfterOrEqualTo(before.event(uid).getLastModified().getValue());
        assertThat(after.events().keySet()).isEqualTo(before.events().keySet());
        assertThat(after.events().values().stream()
                        .filter(event -> event.getSequence().getValue() > 0))
                .hasSize(1);
    }

    @Test
    void whoReadsWaitsForAnotherWhoIsReadingTheSame() throws Exception {
        planning.confirm(cycle.id());
        Person secretary = town.person(Role.SECRETARY);
        LinkToken token = feeds.renew(new FeedOwner.Own(secretary.username()), 0, secretary);
        String before = feeds.read(token).text();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<FeedCalendar> second = new TransactionTemplate(transactions).execute(first -> {
                assertThat(feeds.read(token).text()).isEqualTo(before);
                Future<FeedCalendar> waiting = other.submit(() -> feeds.read(token));
                assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                deadlines.follow(
                        cycle.id(),
                        MilestoneKind.STATEMENTS,
                        LocalDate.of(cycle.year(), 5, 14),
                        DeadlineChange.Cause.STATEMENT_REQUEST,
                        by());
                return waiting;
            });
            ReadCalendar told = ReadCalendar.of(second.get(30, TimeUnit.SECONDS).text());
            String uid = uid("deadline", MilestoneKind.STATEMENTS);
            assertThat(told.event(uid).getSequence().getValue()).isEqualTo(1);
            assertThat(ReadCalendar.of(feeds.read(token).text())
                            .event(uid)
                            .getSequence()
                            .getValue())
                    .isEqualTo(1);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aTaskWithADeadlineOfItsOwnIsAnEventOfItsOwnUntilItIsDone() {
        Person coordinator = town.person(Role.COORDINATOR);
        OpenTask task = worklist.ofCycle(cycle.id()).get(0);
        Instant due = today.plusDays(8).atTime(16, 0).atZone(Finland.ZONE).toInstant();
        worklist.dueChanged(task.id(), due);
        ReadCalendar read = own(coordinator);
        String uid = "task-" + task.id() + "@127.0.0.1";
        assertThat(read.ends(uid)).isEqualTo(due);
        assertThat(read.event(uid).getSummary().getValue())
                .isEqualTo("Tehtävä – Vahvista vuosikalenteri (Koekunta %d)".formatted(cycle.year()));
        assertThat(description(read, uid("deadline", MilestoneKind.CYCLE_OPENING)))
                .doesNotContain("Vahvista vuosikalenteri");

        worklist.closed(task.id());
        VEvent cancelled = own(coordinator).event(uid);
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getSequence().getValue()).isEqualTo(1);

        jdbc.sql("update hyte.calendar_feed_event set cancelled_at = :long where key = :key")
                .param("long", clock.instant().minus(61, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                .param("key", "task-" + task.id())
                .update();
        assertThat(own(coordinator).events()).doesNotContainKey(uid);
    }

    @Test
    void tellsTheNegotiationToThoseWhoTakePartAndTakesItBack() {
        Person manager = town.person(Role.MANAGER);
        Person invited = town.person(Role.DEPARTMENT_DIRECTOR, Town.TECHNICAL);
        LocalDate day = today.plusDays(30);
        arrange(day, invited);
        String uid = "negotiation-" + cycle.id() + "@127.0.0.1";
        for (Person person : List.of(manager, invited, town.person(Role.COORDINATOR))) {
            ReadCalendar read = own(person);
            assertThat(read.begins(uid))
                    .isEqualTo(day.atTime(9, 0).atZone(Finland.ZONE).toInstant());
            assertThat(read.event(uid).getTransparency().isOpaque()).isTrue();
            assertThat(description(read, uid))
                    .contains("https://kokous.example/1")
                    .doesNotContain("salainen asia");
        }
        assertThat(own(town.person(Role.SECRETARY)).events()).doesNotContainKey(uid);
        assertThat(common().event(uid).getLocation()).isNull();

        negotiations.conclude(cycle.id(), NegotiationOutcome.MOVED, "este", by());
        assertThat(own(manager).event(uid).getStatus().isCancelled()).isTrue();
        arrange(day.plusDays(7), null);
        ReadCalendar moved = own(manager);
        assertThat(moved.event(uid).getSequence().getValue()).isEqualTo(2);
        assertThat(moved.event(uid).getStatus().isConfirmed()).isTrue();
        assertThat(moved.begins(uid))
                .isEqualTo(day.plusDays(7).atTime(9, 0).atZone(Finland.ZONE).toInstant());

        negotiations.conclude(cycle.id(), NegotiationOutcome.NOT_HELD, "este", by());
        assertThat(own(manager).event(uid).getStatus().isCancelled()).isTrue();
        assertThat(own(manager).event(uid).getSequence().getValue()).isEqualTo(3);
    }

    @Test
    void tellsTheMeetingOfATabledMatterToWhoeverPreparesIt() {
        LocalDate next = today.plusDays(14);
        long id = table(next, today).id();
        String uid = "meeting-" + id + "@127.0.0.1";
        for (Role role : List.of(Role.SECRETARY, Role.COORDINATOR)) {
            assertThat(own(town.person(role)).day(uid)).isEqualTo(next);
        }
        assertThat(own(town.person(Role.SECRETARY)).event(uid).getSummary().getValue())
                .isEqualTo("Kokous – kunnanhallitus, hyvinvointiraportti (Koekunta %d)".formatted(cycle.year()));
        assertThat(own(town.person(Role.FINANCE)).events()).doesNotContainKey(uid);
        assertThat(common().day(uid)).isEqualTo(next);

        table(next.plusDays(7), today);
        assertThat(common().event(uid).getStatus().isCancelled()).isTrue();
    }

    @Test
    void tellsTheEndAndTheReportsOfMeasuresInUse() {
        Person owner = town.person(Role.RESPONSIBLE);
        Milestone followUp = milestones.get(cycle.id(), MilestoneKind.FOLLOW_UP);
        long id = measure(owner, "ACTIVE");
        measure(owner, "ACCEPTED");
        ReadCalendar read = own(owner);
        String end = "measure-" + id + "@127.0.0.1";
        String report = "reports-%s-education-%d-06-30@127.0.0.1".formatted(town.code(), cycle.year() + 1);
        assertThat(read.events()).containsOnlyKeys(end, report);
        assertThat(read.day(end)).isEqualTo(LocalDate.of(cycle.year() + 1, 12, 31));
        assertThat(read.event(end).getSummary().getValue()).isEqualTo("Toimenpide päättyy – Kerhot; kaikille, heti");
        assertThat(read.ends(report)).isEqualTo(followUp.dueAt());
        assertThat(description(read, report)).contains("– Kerhot; kaikille, heti");

        jdbc.sql("update hyte.measure set status = 'DONE' where id = :id")
                .param("id", id)
                .update();
        assertThat(own(owner).events().values())
                .allSatisfy(event -> assertThat(event.getStatus().isCancelled()).isTrue());
    }

    @Test
    void speaksThePersonsLanguage() {
        planning.confirm(cycle.id());
        Person secretary = town.person(Role.SECRETARY);
        own(secretary);
        jdbc.sql("update hyte.person set language = 'sv' where username = :username")
                .param("username", secretary.username().value())
                .update();
        ReadCalendar read = own(town.person(Role.SECRETARY));
        VEvent event = read.event(uid("deadline", MilestoneKind.BUDGET_COUNCIL));
        assertThat(event.getSummary().getValue())
                .isEqualTo("Tidsfrist – Budgeten: fullmäktige (Provkommun %d)".formatted(cycle.year()));
        assertThat(event.getDescription().getValue()).contains("Dag som anges i lag");
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(read.ends(uid("deadline", MilestoneKind.BUDGET_COUNCIL)))
                .isEqualTo(
                        milestones.get(cycle.id(), MilestoneKind.BUDGET_COUNCIL).dueAt());
    }

    @Test
    void aStepThatIsDoneSaysSo() {
        planning.confirm(cycle.id());
        planning.close(cycle.id());
        assertThat(common().events().values().stream()
                        .filter(event -> event.getUid().getValue().startsWith("deadline"))
                        .map(event -> event.getSummary().getValue()))
                .filteredOn(title -> !title.contains("Talousarvioraami"))
                .isNotEmpty()
                .allMatch(title -> title.startsWith("Valmis – "));
    }

    private long measure(Person owner, String status) {
        long goal = jdbc.sql("""
                        insert into hyte.goal (cycle_id, title_fi, title_sv, priority)
                        values (:cycle, 'T', 'T', (select count(*) + 1 from hyte.goal where cycle_id = :cycle)) returning id""")
                .param("cycle", cycle.id().value())
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner_username,
                            deputy_username, euro, starts_on, ends_on, status, changed_by, changed_at)
                        values (:cycle, :municipality, 'education', :goal, 'Kerhot; kaikille, heti', :owner, :deputy, 1,
                            make_date(:year, 1, 1), make_date(:year, 12, 31), :status, :deputy, now()) returning id""")
                .param("cycle", cycle.id().value())
                .param("municipality", town.code().value())
                .param("goal", goal)
                .param("owner", owner.username().value())
                .param("deputy", by().value())
                .param("year", cycle.year() + 1)
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private Decision table(LocalDate next, LocalDate on) {
        return decisions.record(new DecisionDraft(
                cycle.id(),
                Subject.WELFARE_REPORT,
                DecidedBy.BOARD,
                null,
                Outcome.TABLED,
                null,
                on,
                "§ 12",
                null,
                null,
                next,
                town.person(Role.SECRETARY).username()));
    }

    private void arrange(LocalDate day, Person invited) {
        negotiations.begin(cycle.id());
        negotiations.plan(
                cycle.id(),
                new NegotiationPlan(
                        Convener.MUNICIPALITY,
                        day,
                        LocalTime.of(9, 0),
                        LocalTime.of(11, 0),
                        null,
                        "https://kokous.example/1",
                        Arrays.stream(Heading.values())
                                .collect(Collectors.toMap(Function.identity(), heading -> "salainen asia"))),
                negotiations.get(cycle.id()).version(),
                by());
        if (invited != null) {
            negotiations.addParticipant(
                    cycle.id(),
                    "Johtaja",
                    Party.MUNICIPALITY,
                    invited.email().toUpperCase(Locale.ROOT),
                    Languages.FINNISH);
        }
        negotiations.arrange(cycle.id(), true, null, by());
    }

    private Username by() {
        return town.person(Role.COORDINATOR).username();
    }

    private static LocalDate workingDay(LocalDate day) {
        return new BusinessDays().next(day);
    }

    private List<MilestoneKind> steps(Person person) {
        ReadCalendar read = own(person);
        return Arrays.stream(MilestoneKind.values())
                .filter(kind -> read.events().containsKey(uid("deadline", kind)))
                .toList();
    }

    private ReadCalendar own(Person person) {
        return ReadCalendar.of(feeds.calendar(person).text());
    }

    private ReadCalendar common() {
        return ReadCalendar.of(feeds.calendar(town.code()).text());
    }

    private static String description(ReadCalendar read, String uid) {
        return read.event(uid).getDescription().getValue();
    }

    private String uid(String what, MilestoneKind kind) {
        return what + "-" + cycle.id() + "-"
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@127.0.0.1";
    }
}
