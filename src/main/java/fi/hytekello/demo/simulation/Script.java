package fi.hytekello.demo.simulation;

import static fi.hytekello.demo.simulation.Timing.afterDue;
import static fi.hytekello.demo.simulation.Timing.afterOpening;
import static fi.hytekello.demo.simulation.Timing.beforeDue;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.statement.PartyKind;
import fi.hytekello.worklist.OpenTask;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * Who does what when. In every municipality the wellbeing group returns the first draft, the manager the first report;
 * the board tables the report once; of those asked for statements one is late and one gives none; the technical department
 * reports late and proposes more than its frame. The negotiation with the county is moved once, and the board returns the
 * half-year follow-up once.
 */
final class Script {

    private static final String LATE = "technical";
    private static final String REFUSED_BY_A_DEPUTY = "vitality";
    private static final Set<String> LATE_REPORTS = Set.of("Activity_ReportMeasures", "Activity_ReportFollowUp");
    private static final String RETURNED_BY_ITS_DIRECTOR = "culture";

    private static final Map<String, Timing> TIMES = Map.ofEntries(
            Map.entry("Activity_ConfirmCalendar", afterOpening(2)),
            Map.entry("Activity_ConfirmCycle", afterOpening(2)),
            Map.entry("Activity_ProposeStart", afterOpening(1)),
            Map.entry("Activity_FixStructure", afterOpening(2)),
            Map.entry("Activity_ListConcerns", beforeDue(4)),
            Map.entry("Activity_ListGroupConcerns", beforeDue(6)),
            Map.entry("Activity_TestConcerns", beforeDue(3)),
            Map.entry("Activity_ReportMeasures", beforeDue(4)),
            Map.entry("Activity_ExplainIndicators", beforeDue(11)),
            Map.entry("Activity_WriteDraft", afterOpening(6)),
            Map.entry("Activity_HandleDraft", afterOpening(4)),
            Map.entry("Activity_PrepareRequest", afterOpening(1)),
            Map.entry("Activity_DecideMissing", afterOpening(1)),
            Map.entry("Activity_WriteReplies", afterOpening(3)),
            Map.entry("Activity_ApproveDocument", afterOpening(5)),
            Map.entry("Activity_RecordDecision", afterOpening(6)),
            Map.entry("Activity_PublishReport", afterOpening(3)),
            Map.entry("Activity_ProposeMeasures", beforeDue(5)),
            Map.entry("Activity_ConfirmResponsibility", afterOpening(1)),
            Map.entry("Activity_ApproveProposals", afterOpening(2)),
            Map.entry("Activity_ReconcileProposals", beforeDue(2)),
            Map.entry("Activity_LinkMeasures", afterOpening(4)),
            Map.entry("Activity_AdjustMeasures", afterOpening(3)),
            Map.entry("Activity_DecideMeasures", afterOpening(3)),
            Map.entry("Activity_PublishPlan", afterOpening(4)),
            Map.entry("Activity_PrepareNegotiation", afterOpening(5)),
            Map.entry("Activity_RecordNegotiation", afterOpening(6)),
            Map.entry("Activity_ReportFollowUp", beforeDue(9)),
            Map.entry("Activity_SummariseFollowUp", afterOpening(3)));

    private final BusinessDays businessDays;
    private final Properties texts = new Properties();

    Script(BusinessDays businessDays) {
        this.businessDays = businessDays;
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("demo/texts.properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The answers and how the timeline tells them. */
    record Act(Map<String, String> answers, String told) {}

    String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    Instant when(OpenTask task) {
        boolean reportsLate = LATE_REPORTS.contains(task.task()) && isOf(task, LATE);
        boolean council = "COUNCIL".equals(task.body()) && "BUDGET".equals(task.subject());
        Timing timing = reportsLate
                ? afterDue(8)
                : council ? beforeDue(16) : Objects.requireNonNull(TIMES.get(task.task()), task.task());
        return timing.of(task, businessDays);
    }

    /** When a statement comes: the youth council's is late, the organisation says that it gives none. */
    Instant when(OpenTask task, PartyKind asked) {
        Timing timing = switch (asked) {
            case OLDER_PEOPLES_COUNCIL -> beforeDue(8);
            case DISABILITY_COUNCIL -> beforeDue(4);
            case YOUTH_COUNCIL -> afterDue(4);
            case NGO -> beforeDue(2);
        };
        return timing.of(task, businessDays);
    }

    Act record(PartyKind asked) {
        boolean given = asked != PartyKind.NGO;
        return new Act(
                Map.of("statementGiven", Boolean.toString(given)), asked + (given ? ": recorded" : ": gives none"));
    }

    /** @param round how often this task was done before, 0 for the first time */
    Act act(OpenTask task, int round, LocalDate today, String site) {
        return switch (task.task()) {
            case "Activity_ConfirmCycle" -> yes("cycleConfirmed", "confirms");
            case "Activity_ReportMeasures" -> new Act(Map.of("note", text("measure.note")), "");
            case "Activity_HandleDraft" ->
                round == 0
                        ? new Act(Map.of("draftAccepted", "false", "comment", text("group.return")), "returns")
                        : new Act(Map.of("draftAccepted", "true", "comment", text("group.accept")), "accepts");
            case "Activity_PrepareRequest" ->
                round == 0
                        ? yes("statementsRequested", "asks all")
                        : new Act(Map.of("statementsRequested", "false"), "asks nobody again");
            case "Activity_DecideMissing" -> new Act(Map.of("missingDecision", "WAIT"), "waits");
            case "Activity_WriteReplies" -> new Act(Map.of("draftOutcome", "CHANGED"), "changes the draft");
            case "Activity_ApproveDocument" -> managersOutcome(round);
            case "Activity_RecordDecision" -> bodysDecision(task, round, today, site);
            case "Activity_ConfirmResponsibility" ->
                refuses(task, round)
                        ? new Act(Map.of("responsibilityAccepted", "false"), "cannot take one")
                        : yes("responsibilityAccepted", "confirms");
            case "Activity_ApproveProposals" ->
                round == 0 && isOf(task, RETURNED_BY_ITS_DIRECTOR)
                        ? new Act(Map.of("proposalsApproved", "false", "comment", text("director.return")), "returns")
                        : new Act(Map.of("proposalsApproved", "true", "comment", text("director.approve")), "approves");
            case "Activity_ReconcileProposals" ->
                new Act(Map.of("proposalsReconciled", "true", "comment", text("group.reconcile")), "accepts");
            case "Activity_DecideMeasures" ->
                new Act(Map.of("proposalReady", "true", "comment", text("manager.budget")), "one left out");
            case "Activity_PrepareNegotiation" -> yes("negotiationArranged", "arranges");
            case "Activity_RecordNegotiation" ->
                round == 0
                        ? new Act(Map.of("negotiationOutcome", "MOVED", "reason", text("negotiation.moved")), "moved")
                        : new Act(Map.of("negotiationOutcome", "HELD"), "held");
            case "Activity_SummariseFollowUp" ->
                new Act(Map.of("followUpText", text(round == 0 ? "followUp.summary" : "followUp.again")), "");
            case "Activity_PublishReport" -> published(today, site, "hyvinvointiraportti");
            case "Activity_PublishPlan" -> published(today, site, "hyvinvointisuunnitelma");
            default -> new Act(Map.of(), "");
        };
    }

    /** In one department somebody who is named as deputy declines at first. */
    static boolean refuses(OpenTask task, int round) {
        return round == 0
                && isOf(task, REFUSED_BY_A_DEPUTY)
                && task.assignee() != null
                && task.assignee().value().startsWith("tyollisyyskoordinaattori.");
    }

    private Act managersOutcome(int round) {
        return round == 0
                ? new Act(Map.of("managerOutcome", "RETURNED", "comment", text("manager.return")), "returns")
                : new Act(Map.of("managerOutcome", "APPROVED", "comment", text("manager.approve")), "approves");
    }

    private Act bodysDecision(OpenTask task, int round, LocalDate today, String site) {
        boolean followUp = "FOLLOW_UP".equals(task.subject());
        boolean tabled = round == 0 && "BOARD".equals(task.body()) && "WELFARE_REPORT".equals(task.subject());
        boolean returned = round == 0 && (followUp || "BROAD_START".equals(task.subject()));
        String outcome = tabled ? "TABLED" : returned ? "RETURNED" : followUp ? "NOTED" : "APPROVED";
        Map<String, String> answers = new HashMap<>();
        answers.put("bodyOutcome", outcome);
        answers.put("decidedOn", today.toString());
        answers.put("section", "§ " + today.getDayOfYear());
        answers.put("diaryNumber", "%s/00.01.02/%d".formatted(task.municipality(), today.getYear()));
        answers.put("link", site + "/poytakirjat/" + today);
        if (tabled) {
            answers.put("comment", text("board.tabled"));
            answers.put("nextMeetingOn", businessDays.plus(today, 5).toString());
        }
        if (returned) {
            answers.put("comment", text(followUp ? "board.followUp" : "board.returned"));
        }
        return new Act(answers, "%s: %s".formatted(task.body(), outcome.toLowerCase(Locale.ROOT)));
    }

    private static Act published(LocalDate today, String site, String document) {
        return new Act(Map.of("publishedAt", "%s/%s-%d".formatted(site, document, today.getYear())), "");
    }

    private static Act yes(String answer, String told) {
        return new Act(Map.of(answer, "true"), told);
    }

    private static boolean isOf(OpenTask task, String department) {
        return task.department() != null && task.department().value().equals(department);
    }
}
