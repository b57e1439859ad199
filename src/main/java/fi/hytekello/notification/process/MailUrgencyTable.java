package fi.hytekello.notification.process;

import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Urgency;
import fi.hytekello.notification.UrgencyPolicy;
import fi.hytekello.worklist.TaskKind;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code mail-urgency}. */
@Component
class MailUrgencyTable implements UrgencyPolicy {

    static final String DECISION = "mail-urgency";

    private final NewestTable<Asked, Urgency> table;

    record Asked(
            NotificationKind mail,
            @Nullable TaskKind task,
            @Nullable Integer daysLeft) {}

    MailUrgencyTable(RepositoryService repository, DecisionService decisions, IdentityService identities) {
        this.table = new NewestTable<>(
                DECISION,
                repository,
                decisions,
                identities,
                MailUrgencyTable::inputs,
                result -> Urgency.valueOf(result.getSingleEntry()));
    }

    @Override
    public Urgency of(NotificationKind mail, @Nullable TaskKind task, @Nullable Integer daysLeft) {
        return table.newest().apply(new Asked(mail, task, daysLeft));
    }

    static VariableMap inputs(Asked asked) {
        return Variables.putValue("mailKind", asked.mail().name())
                .putValue("taskKind", asked.task() == null ? null : asked.task().code())
                .putValue("daysLeft", asked.daysLeft());
    }
}
