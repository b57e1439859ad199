package fi.hytekello.worklist;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** What a feature adds to the names of its tasks, where several of one kind are open at once. */
public interface TaskDetails {

    /** By task id, in the reader's language; tasks of other features are left out. */
    Map<String, String> of(Collection<OpenTask> tasks, Locale locale);
}
