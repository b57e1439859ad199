package fi.hytekello.notification;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the coordinator's tasks apart: whose mail does not arrive. */
@Component
class UndeliverableNames implements TaskDetails {

    private final UndeliverableCases cases;

    UndeliverableNames(UndeliverableCases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        List<String> ids = tasks.stream()
                .filter(task -> task.process().equals("UndeliverableMail"))
                .map(OpenTask::id)
                .toList();
        return ids.isEmpty() ? Map.of() : cases.names(ids, locale);
    }
}
