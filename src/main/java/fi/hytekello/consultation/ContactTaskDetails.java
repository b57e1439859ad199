package fi.hytekello.consultation;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the tasks of a consultation apart: whose management is to be heard. */
@Component
class ContactTaskDetails implements TaskDetails {

    private final ContactTable contacts;

    ContactTaskDetails(ContactTable contacts) {
        this.contacts = contacts;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        List<String> ids = tasks.stream()
                .filter(task -> task.process().equals("ManagementConsultation"))
                .map(OpenTask::id)
                .toList();
        return contacts.ofTasks(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().name(locale)));
    }
}
