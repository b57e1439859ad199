package fi.hytekello.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** The beans that the models name, without the domain: they note each call and answer what the test says. */
final class Services {

    private static final List<String> DELEGATES = List.of(
            "activateMeasures",
            "askMeetingDates",
            "beginFirstMeeting",
            "cancelInvitations",
            "cancelMeeting",
            "checkBody",
            "checkBudgetFrame",
            "closeCycle",
            "closeNominationAnswers",
            "continueAsAnnual",
            "escalateLateness",
            "fetchIndicatorTitles",
            "fetchRegions",
            "finishIndicatorImport",
            "freezeIndicators",
            "handTasksBack",
            "handTasksOver",
            "importIndicatorBatch",
            "importIndicators",
            "inviteToMeeting",
            "openMeeting",
            "openNewVersion",
            "produceBudgetAnnex",
            "readCycleKind",
            "recordReportAccepted",
            "recordReportRejected",
            "sendInvitations",
            "sendNominationRequest",
            "sendReminders",
            "setTrafficLights",
            "tellDeputy",
            "tellOverdue",
            "tellReturned");

    private final List<String> calls = new ArrayList<>();
    private final Deque<Boolean> conflicts = new ArrayDeque<>();
    private List<String> departments = List.of();
    private List<Long> responsible = List.of();
    private @Nullable String broken;
    private boolean broadYear;
    private boolean answerMissing;
    private boolean bodyFindings;
    private boolean bodyEnded;
    private int batchesLeft;

    Services() {
        forget();
    }

    Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        DELEGATES.forEach(name -> beans.put(name, (JavaDelegate) execution -> serve(name, execution)));
        for (String name : List.of("conflicting", "followUp", "proposing", "reporting", "reviewing")) {
            beans.put(name + "Departments", new Departments());
        }
        beans.put("statementBranches", new Branches());
        beans.put("deadlines", new FixedDeadlines());
        beans.put("absenceTimes", new AbsenceTimes());
        for (String name : List.of(
                "bodyReview",
                "bodyYear",
                "meetingPreparation",
                "meetingRecord",
                "nomination",
                "nominationRound",
                "undeliverable")) {
            beans.put(name + "Times", new FixedDeadlines());
        }
        beans.put("inboxTimes", new FixedDeadlines());
        beans.put("taskTimes", new FixedDeadlines());
        beans.put("nominationRequests", new Requests());
        beans.put("responsiblePeople", new ResponsiblePeople());
        return beans;
    }

    void forget() {
        calls.clear();
        conflicts.clear();
        departments = List.of("education", "wellbeing");
        responsible = List.of();
        broken = null;
        broadYear = false;
        answerMissing = false;
        bodyFindings = false;
        bodyEnded = false;
        batchesLeft = 0;
    }

    /** So many batches of indicators are left after the first. */
    void batchesLeft(int count) {
        batchesLeft = count;
    }

    /** The year is a broad one; annual unless a test says otherwise. */
    void broadYear() {
        broadYear = true;
    }

    /** Whether an organisation has named nobody when its time is over; it has unless a test says otherwise. */
    void answerMissing(boolean missing) {
        answerMissing = missing;
    }

    /** There is something to see to in the body. */
    void findsInBody() {
        bodyFindings = true;
    }

    /** The body has ended. */
    void endsBody() {
        bodyEnded = true;
    }

    /** The service tasks that ran, in their order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** What the next checks of the budget frame find; after these, nothing. */
    void conflictsFound(Boolean... found) {
        conflicts.addAll(List.of(found));
    }

    /** Who is asked from now on; two departments unless a test says otherwise. */
    void departments(String... codes) {
        departments = List.of(codes);
    }

    /** Requests to those who have to confirm from now on; nobody unless a test says otherwise. */
    void responsible(Long... requests) {
        responsible = List.of(requests);
    }

    /** This service throws from now on. */
    void breakDown(String service) {
        broken = service;
    }

    void repair() {
        broken = null;
    }

    private void serve(String name, DelegateExecution execution) {
        calls.add(name);
        if (name.equals(broken)) {
            throw new IllegalStateException(name + " is out of order");
        }
        switch (name) {
            case "checkBudgetFrame" ->
                execution.setVariable("conflictsFound", !conflicts.isEmpty() && conflicts.removeFirst());
            case "closeNominationAnswers" -> execution.setVariable("answerMissing", answerMissing);
            case "checkBody" -> {
                execution.setVariable("bodyFindings", bodyFindings);
                execution.setVariable("bodyEnded", bodyEnded);
            }
            case "importIndicatorBatch" -> execution.setVariable("indicatorsLeft", batchesLeft-- > 0);
            case "readCycleKind" -> execution.setVariable("broadYear", broadYear);
            case "recordReportAccepted" -> execution.setVariable("reportAccepted", true);
            case "recordReportRejected" -> execution.setVariable("reportAccepted", false);
            default -> {}
        }
    }

    /** Two who are asked for a statement. Public, as expressions can call nothing else. */
    public static final class Branches {

        public List<String> of(DelegateExecution execution) {
            return List.of("1", "2");
        }
    }

    /** Two organisations that are asked. Public, as expressions can call nothing else. */
    public static final class Requests {

        public List<Long> of(DelegateExecution execution) {
            return List.of(1L, 2L);
        }
    }

    /** Public, as expressions can call nothing else. */
    public final class ResponsiblePeople {

        public List<Long> of(DelegateExecution execution) {
            return responsible;
        }

        public String assignee(long responsibility) {
            return "person-" + responsibility;
        }
    }

    /** Later moments one after the other. Public, as expressions can call nothing else. */
    public static final class AbsenceTimes {

        public Date begins(DelegateExecution execution) {
            return day(1);
        }

        public Date firstMorning(DelegateExecution execution) {
            return day(2);
        }

        public Date ends(DelegateExecution execution) {
            return day(9);
        }

        public Date returnMorning(DelegateExecution execution) {
            return day(10);
        }

        static Date day(int number) {
            return Date.from(Instant.parse("2099-06-01T05:00:00Z").plus(number, ChronoUnit.DAYS));
        }
    }

    /** Public, as expressions can call nothing else. */
    public final class Departments {

        public List<String> of(DelegateExecution execution) {
            return departments;
        }
    }
}
