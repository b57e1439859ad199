package fi.hytekello.notification.process;

import fi.hytekello.notification.Audience;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.ReminderPolicy;
import fi.hytekello.notification.Situation;
import fi.hytekello.notification.Telling;
import fi.hytekello.notification.Urgency;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code reminder-policy}. */
@Component
class ReminderPolicyTable implements ReminderPolicy {

    static final String DECISION = "reminder-policy";

    private final NewestTable<Situation, List<Telling>> table;

    ReminderPolicyTable(RepositoryService repository, DecisionService decisions, IdentityService identities) {
        this.table = new NewestTable<>(
                DECISION,
                repository,
                decisions,
                identities,
                ReminderPolicyTable::inputs,
                ReminderPolicyTable::tellings);
    }

    @Override
    public Table newest() {
        return table.newest()::apply;
    }

    static VariableMap inputs(Situation situation) {
        return Variables.putValue("taskKind", situation.kind().code())
                .putValue(
                        "role", situation.role().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .putValue("daysLeft", situation.daysLeft())
                .putValue("timesTold", situation.timesTold())
                .putValue("daysSinceTold", situation.daysSinceTold());
    }

    static List<Telling> tellings(DmnDecisionResult rows) {
        return rows.stream().map(ReminderPolicyTable::telling).toList();
    }

    private static Telling telling(DmnDecisionResultEntries row) {
        return new Telling(
                NotificationKind.valueOf(row.getEntry("notice")),
                Audience.valueOf(row.getEntry("audience")),
                Urgency.valueOf(row.getEntry("urgency")));
    }
}
