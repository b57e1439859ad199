package fi.hytekello.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All task rules, found by process and task. */
@Component
public class TaskRules {

    private final Map<String, TaskRule> rules = new HashMap<>();

    TaskRules(List<TaskRule> beans) {
        for (TaskRule rule : beans) {
            if (rules.put(key(rule.process(), rule.task()), rule) != null) {
                throw new IllegalStateException("Two rules for " + rule.process() + " " + rule.task());
            }
        }
    }

    public Collection<TaskRule> all() {
        return List.copyOf(rules.values());
    }

    /** @throws IllegalStateException when the model has a task without a rule, a mistake of ours */
    public TaskRule of(String process, String task) {
        TaskRule rule = rules.get(key(process, task));
        if (rule == null) {
            throw new IllegalStateException("No rule for the user task " + task + " of " + process);
        }
        return rule;
    }

    public TaskRule of(OpenTask task) {
        return of(task.process(), task.task());
    }

    private static String key(String process, String task) {
        return process + "." + task;
    }
}
