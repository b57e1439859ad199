package fi.hytekello.demo.simulation;

import fi.hytekello.body.Body;
import fi.hytekello.body.Composition;
import fi.hytekello.body.CompositionFinding;
import fi.hytekello.body.Compositions;
import fi.hytekello.body.GenderCount;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.nomination.QuotaStatements;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestState;
import fi.hytekello.nomination.RequestStates;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundState;
import fi.hytekello.platform.Timers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a played round of nominations came out. */
@Component
public class RoundEnding {

    /** Goes on as long as the body does. */
    private static final String YEAR_OF_BODY = "body-year/";

    private final RequestStates states;
    private final RoundScript script;
    private final QuotaStatements statements;
    private final Memberships memberships;
    private final Compositions compositions;
    private final BodyMeetings meetings;
    private final Timers timers;
    private final JdbcClient jdbc;

    RoundEnding(
            RequestStates states,
            RoundScript script,
            QuotaStatements statements,
            Memberships memberships,
            Compositions compositions,
            BodyMeetings meetings,
            Timers timers,
            JdbcClient jdbc) {
        this.states = states;
        this.script = script;
        this.statements = statements;
        this.memberships = memberships;
        this.compositions = compositions;
        this.meetings = meetings;
        this.timers = timers;
        this.jdbc = jdbc;
    }

    /** What keeps the round from having ended properly; empty when it has. */
    public List<String> missing(Round round, Body body, LocalDate today) {
        List<String> missing = new ArrayList<>();
        if (round.state() != RoundState.COMPOSED) {
            missing.add("the round is " + round.state());
        }
        states.of(round.id()).stream()
                .filter(request -> !hasEnded(request))
                .forEach(request ->
                        missing.add("the request to " + request.organisationFi() + " is " + request.state()));
        timers.running(round.keeper().value()).stream()
                .filter(key -> !key.startsWith(YEAR_OF_BODY))
                .forEach(key -> missing.add("a process still runs: " + key));
        if (memberships.on(body.id(), today).isEmpty()) {
            missing.add("the body has no members");
        }
        if (meetings.of(round.keeper(), body.id()).stream().noneMatch(one -> one.state() == Meeting.State.HELD)) {
            missing.add("the first meeting was not held");
        }
        missing.addAll(script.missing(round));
        int invited = mails(round.keeper()).getOrDefault("MEETING_INVITATION", 0);
        long members = memberships.on(body.id(), today).stream()
                .filter(one -> one.content().role().holdsSeat())
                .count();
        if (invited < members) {
            missing.add("%d of %d members were invited to the first meeting".formatted(invited, members));
        }
        if (statements.confirmed(round.id(), Languages.FINNISH).isEmpty()) {
            missing.add("there is no statement on the quota");
        }
        int unsent = unsent(round.keeper());
        if (unsent > 0) {
            missing.add(unsent + " mails are not sent");
        }
        return missing;
    }

    private static boolean hasEnded(Request request) {
        return request.state() == RequestState.CONFIRMED
                || request.state() == RequestState.DECLINED
                || request.state() == RequestState.CLOSED_EMPTY;
    }

    /** Whether the body fulfils the quota (Act 609/1986 § 4a), members and deputies apart; one line for each. */
    public List<String> quota(Body body, LocalDate today) {
        Composition composition = compositions.on(body, today);
        return List.of(
                statement("members", composition.members(), composition.membersQuota()),
                statement("deputies", composition.deputies(), composition.deputiesQuota()));
    }

    private static String statement(String who, GenderCount count, CompositionFinding finding) {
        return "%s: %d women, %d men, %d not stated; at least %d of both; %s"
                .formatted(
                        who,
                        count.women(),
                        count.men(),
                        count.notStated(),
                        count.required(),
                        finding.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** How many requests ended in each state. */
    public Map<String, Integer> requests(Round round) {
        return states.of(round.id()).stream()
                .collect(Collectors.toMap(
                        request ->
                                request.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                        + (request.late() ? " late" : ""),
                        request -> 1,
                        Integer::sum,
                        TreeMap::new));
    }

    /** How many were named each way, and how many of them were replaced. */
    public Map<String, Integer> named(Round round) {
        return script.named(round);
    }

    /** Members and deputies of the body, by role. */
    public Map<MemberRole, Long> members(Body body, LocalDate today) {
        return memberships.on(body.id(), today).stream()
                .map(Membership::content)
                .collect(Collectors.groupingBy(one -> one.role(), TreeMap::new, Collectors.counting()));
    }

    /** What the council sent, by kind; a mail that told several things counts for each. */
    public Map<String, Integer> mails(MunicipalityCode council) {
        return jdbc
                .sql("""
                        select kind, count(*) as sent from hyte.notification
                        where municipality_code = :council and sent_at is not null group by kind""")
                .param("council", council.value())
                .query((row, n) -> Map.entry(row.getString("kind"), row.getInt("sent")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    }

    private int unsent(MunicipalityCode council) {
        return jdbc.sql("""
                        select count(*) from hyte.notification
                        where municipality_code = :council and sent_at is null and dropped_at is null""")
                .param("council", council.value())
                .query(Integer.class)
                .single();
    }
}
