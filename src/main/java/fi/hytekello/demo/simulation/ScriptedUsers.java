package fi.hytekello.demo.simulation;

import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.ReportedStatus;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Fills in what a person fills in before completing a task, through the services that the pages use. */
@Component
class ScriptedUsers {

    private final People people;
    private final MeasureReports reports;
    private final WelfareReports welfare;
    private final Indicators indicators;
    private final IndicatorReviewing reviewing;
    private final ScriptedPlanners planners;
    private final ScriptedFollowers followers;
    private final ScriptedStatements statements;
    private final ScriptedBroad broad;

    ScriptedUsers(
            People people,
            MeasureReports reports,
            WelfareReports welfare,
            Indicators indicators,
            IndicatorReviewing reviewing,
            ScriptedPlanners planners,
            ScriptedFollowers followers,
            ScriptedStatements statements,
            ScriptedBroad broad) {
        this.people = people;
        this.reports = reports;
        this.welfare = welfare;
        this.indicators = indicators;
        this.reviewing = reviewing;
        this.planners = planners;
        this.followers = followers;
        this.statements = statements;
        this.broad = broad;
    }

    /** The one whose turn it is; the director does only what is the director's alone. */
    Person responsible(OpenTask task) {
        if (task.isPersonal()) {
            return people.get(Objects.requireNonNull(task.assignee()));
        }
        List<String> groups = task.groups().stream()
                .filter(group -> !group.startsWith("department-director-"))
                .toList();
        return people.inGroups(task.municipality(), groups.isEmpty() ? task.groups() : groups)
                .get(0);
    }

    /** Does something in this person's name and language. */
    static void as(Person person, Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.username().value(), null, List.of()));
        LocaleContextHolder.setLocale(person.language());
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    void prepare(OpenTask task, Person person, int round, Script script) {
        switch (task.task()) {
            case "Activity_ProposeStart" -> broad.proposeStart(task, script);
            case "Activity_FixStructure" -> broad.fixStructure(task, script);
            case "Activity_ListConcerns", "Activity_ListGroupConcerns" -> broad.listConcerns(task, person, script);
            case "Activity_TestConcerns" -> broad.testConcerns(task, person, script);
            case "Activity_ReportMeasures" -> reportMeasures(task, person, script);
            case "Activity_ExplainIndicators" -> explain(task, person, script);
            case "Activity_WriteDraft" -> write(task, round, script);
            case "Activity_ProposeMeasures" -> planners.propose(task, person, round);
            case "Activity_ConfirmResponsibility" -> {
                if (Script.refuses(task, round)) {
                    planners.refuse(task, person, script);
                }
            }
            case "Activity_PrepareRequest" -> statements.request(task, round, script);
            case "Activity_WriteReplies" -> statements.reply(task, script);
            case "Activity_LinkMeasures" -> planners.link(task);
            case "Activity_AdjustMeasures" -> planners.adjust(task, script);
            case "Activity_DecideMeasures" -> planners.decide(task, script);
            case "Activity_ReportFollowUp" -> followers.report(task, person, script);
            case "Activity_PrepareNegotiation" -> followers.prepareNegotiation(task, person, round, script);
            case "Activity_RecordNegotiation" -> followers.recordNegotiation(task, person, round, script);
            default -> {}
        }
    }

    private void reportMeasures(OpenTask task, Person person, Script script) {
        int row = 0;
        for (MeasureReport open : reports.open(task.cycle(), task.requiredDepartment(), ReportPoint.YEAR_END)) {
            boolean late = task.requiredDepartment().value().equals("technical") && row == 0;
            ReportedStatus status =
                    late ? ReportedStatus.DELAYED : row == 0 ? ReportedStatus.DONE : ReportedStatus.ACTIVE;
            Measure measure = open.measure();
            reports.write(
                    task.cycle(),
                    task.requiredDepartment(),
                    ReportPoint.YEAR_END,
                    measure.id(),
                    new MeasureReport.Content(
                            status,
                            late ? script.text("measure.delayed") : null,
                            script.text(status == ReportedStatus.DONE ? "measure.done" : "measure.active"),
                            measure.cost(),
                            null,
                            null),
                    open.version(),
                    person.username());
            row++;
        }
    }

    /** The first red light of the wellbeing department becomes a measure. */
    private void explain(OpenTask task, Person person, Script script) {
        boolean corrective = task.requiredDepartment().value().equals("wellbeing");
        for (SnapshotValue value : indicators.of(task.cycle(), task.requiredDepartment())) {
            if (value.lacksExplanation()) {
                boolean measure = corrective && value.light() == Light.RED;
                corrective &= !measure;
                reviewing.explain(
                        task.cycle(),
                        task.requiredDepartment(),
                        value.indicator().id(),
                        script.text("indicator.explanation"),
                        measure,
                        person.username());
            }
        }
    }

    private void write(OpenTask task, int round, Script script) {
        WelfareReport report = welfare.current(task.cycle());
        for (WelfareReport.Text chapter : report.texts()) {
            ReportSection section = chapter.section();
            int additions = section.equals(ReportSection.SUMMARY) ? round : 0;
            String text = script.text("report." + section) + (" " + script.text("report.again")).repeat(additions);
            welfare.write(task.cycle(), section, text, chapter.version());
        }
    }
}
