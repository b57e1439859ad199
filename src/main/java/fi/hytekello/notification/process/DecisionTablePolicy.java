package fi.hytekello.notification.process;

import fi.hytekello.municipality.Role;
import fi.hytekello.notification.ReminderPolicy;
import fi.hytekello.notification.ReminderTimes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The table {@code reminder-policy}, read once for all roles when it is first asked: it changes with a deployment only,
 * and timers ask often.
 */
@Component
class DecisionTablePolicy implements ReminderPolicy {

    private final SingletonSupplier<Map<Role, ReminderTimes>> times;

    DecisionTablePolicy(DecisionService decisions) {
        this.times = SingletonSupplier.of(() -> read(decisions));
    }

    @Override
    public ReminderTimes timesOf(Role role) {
        return Objects.requireNonNull(times.obtain().get(role));
    }

    private static Map<Role, ReminderTimes> read(DecisionService decisions) {
        Map<Role, ReminderTimes> times = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            times.put(
                    role,
                    times(decisions
                            .evaluateDecisionTableByKey("reminder-policy", Variables.putValue("role", name))
                            .getSingleResult()));
        }
        return times;
    }

    private static ReminderTimes times(DmnDecisionRuleResult row) {
        return new ReminderTimes(
                days(row, "firstReminderDays"),
                days(row, "lastReminderDays"),
                days(row, "overdueDays"),
                days(row, "escalationDays"));
    }

    private static int days(DmnDecisionRuleResult row, String output) {
        return row.<Integer>getEntry(output);
    }
}
