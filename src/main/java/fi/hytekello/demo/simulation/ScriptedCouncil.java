package fi.hytekello.demo.simulation;

import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.Requests;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundDraft;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.notification.UndeliverableCases;
import fi.hytekello.worklist.OpenTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the regional council's people do in a round of nominations: its tasks, one by one. */
@Component
class ScriptedCouncil {

    private static final int EXTENSION = 8;
    private static final String BAD = ".invalid";
    private static final String GOOD = ".example";

    private final Rounds rounds;
    private final Requests requests;
    private final Organisations organisations;
    private final UndeliverableCases undeliverable;
    private final ScriptedMeeting meeting;
    private final Script script;
    private final BusinessDays businessDays;

    ScriptedCouncil(
            Rounds rounds,
            Requests requests,
            Organisations organisations,
            UndeliverableCases undeliverable,
            ScriptedMeeting meeting,
            Script script,
            BusinessDays businessDays) {
        this.rounds = rounds;
        this.requests = requests;
        this.organisations = organisations;
        this.undeliverable = undeliverable;
        this.meeting = meeting;
        this.script = script;
        this.businessDays = businessDays;
    }

    /** Gives the organisations of these rows an address that takes no mail, as a register may have it. */
    void spoilAddresses(List<NominationCue> cues, Person coordinator, Round round) {
        for (Organisation one : organisations.of(round.keeper())) {
            String address = one.registryEmail();
            boolean bad = cues.stream()
                    .anyMatch(cue -> cue.does() == NominationCue.Does.BAD_ADDRESS
                            && cue.organisation().equals(one.nameFi()));
            if (bad && address != null && address.endsWith(GOOD)) {
                OrganisationDraft is = one.draft();
                OrganisationDraft wrong = new OrganisationDraft(
                        is.kind(),
                        is.nameFi(),
                        is.nameSv(),
                        is.language(),
                        address.replace(GOOD, BAD),
                        is.expertEmail(),
                        is.managementTitleFi(),
                        is.managementTitleSv(),
                        is.managementEmail(),
                        is.represents(),
                        is.validFrom(),
                        is.validUntil());
                organisations.change(round.keeper(), one.id(), wrong, one.version(), coordinator);
            }
        }
    }

    /** The answers that complete a task, after whatever is to be filled in before. */
    Map<String, String> answers(OpenTask task, Person person, Round round, LocalDate today, List<NominationCue> cues) {
        return switch (task.task()) {
            case "Activity_PrepareNomination" -> {
                write(round);
                yield Map.of();
            }
            case "Activity_ApproveNomination" -> Map.of("requestApproved", "true");
            case "Activity_ConfirmReplacement" -> Map.of("replacementConfirmed", "true");
            case "Activity_ResolveMissing" -> missing(requests.ofTask(task.id()), cues, today);
            case "Activity_HandleUndeliverable" -> corrected(task, person);
            case "Activity_ComposeGroup" -> appointment(today);
            case "Activity_ReviewBody" -> Map.of("reviewNote", script.text("nomination.seen"));
            default -> meeting.answers(task, today);
        };
    }

    /** The template's text, the deadline of the seed, its warnings seen. */
    private void write(Round round) {
        RoundDraft is = round.draft();
        LocalDate due = businessDays.next(LocalDate.of(rounds.today().getYear() + 1, 1, 15));
        rounds.draft(
                round.id(),
                new RoundDraft(
                        is.textFi(),
                        is.textSv(),
                        is.clauses(),
                        is.firstMeeting(),
                        is.signatoryOne(),
                        is.signatoryTwo(),
                        "HL/%d/00.01.02/%d"
                                .formatted(round.id().value(), rounds.today().getYear()),
                        due,
                        true,
                        is.chosen()),
                round.version());
    }

    /** What the script says of the organisation the first time; who is silent even then is left out. */
    private Map<String, String> missing(Request request, List<NominationCue> cues, LocalDate today) {
        boolean first = request.escalatedAt() == null && !request.lastDay().isAfter(dueOf(request));
        String decision = cues.stream()
                .filter(cue -> first && !cue.does().hasDay())
                .filter(cue -> cue.organisation().equals(request.organisationFi()))
                .map(cue -> cue.does().name())
                .filter(does -> does.equals("EXTEND") || does.equals("ESCALATE"))
                .findFirst()
                .orElse("CLOSE");
        return switch (decision) {
            case "EXTEND" ->
                Map.of(
                        "missingDecision",
                        decision,
                        "newDueOn",
                        businessDays.plus(today, EXTENSION).toString());
            case "ESCALATE" -> Map.of("missingDecision", decision);
            default -> Map.of("missingDecision", decision, "closingReason", script.text("nomination.close"));
        };
    }

    private LocalDate dueOf(Request request) {
        LocalDate due = rounds.get(request.round().id()).draft().dueOn();
        return due == null ? request.lastDay() : due;
    }

    private Map<String, String> corrected(OpenTask task, Person person) {
        String address = undeliverable.ofTask(task.id(), person.language()).address();
        return Map.of("undeliverableAnswer", "CORRECTED", "newAddress", address.replace(BAD, GOOD));
    }

    private Map<String, String> appointment(LocalDate today) {
        return Map.of(
                "groupComposed",
                "true",
                "appointedBy",
                "Maakuntahallitus",
                "appointedOn",
                today.toString(),
                "appointedSection",
                "§ " + today.getDayOfYear(),
                "membersFrom",
                today.toString());
    }
}
