package fi.hytekello.nomination;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the tasks about requests apart: which organisation's answer each is about. */
@Component
class NomineeTaskDetails implements TaskDetails {

    private static final Set<String> PROCESSES = Set.of("NominationRequest", "NominationReplacement", "MailedAnswer");

    private final RequestTable requests;

    NomineeTaskDetails(RequestTable requests) {
        this.requests = requests;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        List<String> ids = tasks.stream()
                .filter(task -> PROCESSES.contains(task.process()))
                .map(OpenTask::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : requests.ofTasks(ids).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, found -> found.getValue().organisation(locale)));
    }
}
