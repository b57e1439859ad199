package fi.hytekello.demo.simulation;

import fi.hytekello.body.Body;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.notification.MailDispatcher;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.MovableClock;
import fi.hytekello.platform.Timers;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Plays a regional council's round of nominations as the one of domain chapter 5.3: the letter goes on 17 December, the
 * answers are due on 15 January, and it ends with the first meeting of the body. Needs the job executor and the mail
 * rounds to stand still.
 */
@Component
public class SimulatedRound {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);

    private final MovableClock clock;
    private final BusinessDays businessDays;
    private final Rounds rounds;
    private final BodyMeetings meetings;
    private final ScriptedCouncil council;
    private final ScriptedAnswers answers;
    private final RoundOffice office;
    private final ScriptedMembers members;
    private final Timers timers;
    private final MailDispatcher dispatcher;
    private final WaitingMails waitingMails;
    private final SentMails mails;

    SimulatedRound(
            MovableClock clock,
            BusinessDays businessDays,
            Rounds rounds,
            BodyMeetings meetings,
            ScriptedCouncil council,
            ScriptedAnswers answers,
            RoundOffice office,
            ScriptedMembers members,
            Timers timers,
            MailDispatcher dispatcher,
            WaitingMails waitingMails,
            SentMails mails) {
        this.clock = clock;
        this.businessDays = businessDays;
        this.rounds = rounds;
        this.meetings = meetings;
        this.council = council;
        this.answers = answers;
        this.office = office;
        this.members = members;
        this.timers = timers;
        this.dispatcher = dispatcher;
        this.waitingMails = waitingMails;
        this.mails = mails;
    }

    /** A thing that happens. */
    private record Step(Instant at, Runnable happens) {}

    /**
     * Plays the round of a body from its beginning to the end of the first meeting, or to the summer.
     *
     * @param place the regional council
     * @param year in which the letter goes
     */
    public RoundId play(Municipality place, Body body, int year, Timeline timeline) {
        clock.stopAt(at(businessDays.minus(office.letterDay(year), 3), MORNING));
        mails.remember(true);
        try {
            List<NominationCue> cues = NominationCue.all();
            RoundId round = begin(place, body, cues, timeline);
            List<NominationCue> ofOrganisations = cues.stream()
                    .filter(cue -> cue.does().hasDay())
                    .sorted(Comparator.comparing(cue -> cue.day(year)))
                    .toList();
            RoundStage stage =
                    new RoundStage(place, body, round, year, cues, new ArrayDeque<>(ofOrganisations), timeline);
            direct(stage, at(LocalDate.of(year + 1, 6, 15), MORNING));
            return round;
        } finally {
            mails.remember(false);
        }
    }

    private RoundId begin(Municipality place, Body body, List<NominationCue> cues, Timeline timeline) {
        Person coordinator = office.holder(place, Role.REGIONAL_COORDINATOR);
        ScriptedUsers.as(coordinator, () -> {
            RoundId id = rounds.start(place.code(), body.id(), coordinator);
            council.spoilAddresses(cues, coordinator, rounds.get(id));
        });
        timeline.said(
                clock.now(),
                place.nameFi(),
                coordinator.username().value(),
                "begins a round of nominations: " + body.content().nameFi());
        return rounds.of(place.code()).get(0).id();
    }

    private void direct(RoundStage stage, Instant until) {
        while (true) {
            dispatcher.dispatchDue();
            stage.timeline()
                    .mails(
                            clock.now(),
                            stage.place().nameFi(),
                            mails.take().stream()
                                    .filter(mail -> mail.municipality()
                                            .equals(stage.place().code().value()))
                                    .toList());
            List<OpenTask> open = office.open(stage.place());
            if (isOver(stage, open)) {
                return;
            }
            Step next = next(stage, open);
            if (next.at().isAfter(until)) {
                return;
            }
            if (next.at().isAfter(clock.now())) {
                clock.stopAt(next.at());
            }
            next.happens().run();
        }
    }

    private boolean isOver(RoundStage stage, List<OpenTask> open) {
        return stage.toCome().isEmpty()
                && open.isEmpty()
                && waitingMails.next(stage.place().code(), clock.now()).isEmpty()
                && meetings.of(stage.place().code(), stage.body().id()).stream()
                        .anyMatch(one -> one.state() == Meeting.State.HELD);
    }

    /** What comes first; at the same moment mails before timers, timers before organisations and members, these before the council. */
    private Step next(RoundStage stage, List<OpenTask> open) {
        Stream<Step> departures =
                waitingMails.next(stage.place().code(), clock.now()).stream().map(leaves -> new Step(leaves, () -> {}));
        Stream<Step> firing = timers.next(List.of(stage.place().code().value()), 1).stream()
                .map(timer -> new Step(timer.due(), () -> fire(stage, timer)));
        Stream<Step> answering = Optional.ofNullable(stage.toCome().peek()).stream()
                .map(cue -> new Step(at(businessDays.next(cue.day(stage.year())), OFFICE_HOUR), () -> answer(stage)));
        Stream<Step> working =
                open.stream().map(task -> new Step(office.when(stage, task), () -> office.work(stage, task)));
        Stream<Step> polled = members.when(stage).stream().map(when -> new Step(when, () -> poll(stage)));
        return Stream.of(departures, firing, answering, polled, working)
                .flatMap(steps -> steps)
                .min(Comparator.comparing(Step::at))
                .orElseThrow(() -> new IllegalStateException("Nothing happens any more"));
    }

    /** Many timers only look whether somebody is to be reminded; what comes of none is not told. */
    private void fire(RoundStage stage, Timers.Timer timer) {
        String before = office.standing(stage.place());
        timers.run(timer);
        if (!office.standing(stage.place()).equals(before)) {
            stage.timeline().timer(clock.now(), stage.place().nameFi(), timer.process(), timer.activity());
        }
    }

    private void answer(RoundStage stage) {
        NominationCue cue = stage.toCome().remove();
        String told = answers.act(cue, stage.round(), office.holder(stage.place(), Role.REGISTRY));
        if (!told.isEmpty()) {
            stage.timeline().said(clock.now(), stage.place().nameFi(), cue.organisation(), told);
        }
    }

    private void poll(RoundStage stage) {
        String told = members.answer(stage);
        stage.timeline().said(clock.now(), stage.place().nameFi(), "members", told);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
