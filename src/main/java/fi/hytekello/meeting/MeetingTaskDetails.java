package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the tasks of bodies apart: whose meeting or year each is about. */
@Component
class MeetingTaskDetails implements TaskDetails {

    private static final String MATTER = "body:";

    private final Bodies bodies;

    MeetingTaskDetails(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Map<String, String> of(Collection<OpenTask> tasks, Locale locale) {
        Map<MunicipalityCode, List<OpenTask>> ours = tasks.stream()
                .filter(task -> task.matter() != null && task.matter().startsWith(MATTER))
                .collect(Collectors.groupingBy(OpenTask::municipality));
        Map<String, String> names = new HashMap<>();
        ours.forEach((keeper, theirs) -> {
            Map<String, Body> known =
                    bodies.of(keeper).stream().collect(Collectors.toMap(body -> MATTER + body.id(), body -> body));
            theirs.forEach(task -> {
                Body body = known.get(task.matter());
                if (body != null) {
                    names.put(task.id(), body.shortName(locale));
                }
            });
        });
        return names;
    }
}
