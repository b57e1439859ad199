package fi.hytekello.inbox;

import fi.hytekello.platform.Dates;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the registry's tasks apart by when their mails came: what strangers wrote stays out of lists and mails. */
@Component
class InboxNames implements TaskDetails {

    private final InboxTable table;
    private final Dates dates;

    InboxNames(InboxTable table, Dates dates) {
        this.table = table;
        this.dates = dates;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        List<String> ids = tasks.stream()
                .filter(task -> task.process().equals("UnmatchedMail"))
                .map(OpenTask::id)
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Map<String, Instant> received = table.receivedByTask(ids);
            received.forEach((task, at) -> names.put(task, dates.moment(at, locale)));
        }
        return names;
    }
}
