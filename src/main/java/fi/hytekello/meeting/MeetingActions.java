package fi.hytekello.meeting;

import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What meetings agreed to be done: {@code hyte.meeting_action}. */
@Repository
class MeetingActions {

    private final JdbcClient jdbc;

    MeetingActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MeetingAction> of(MeetingId meeting) {
        return jdbc.sql("select * from hyte.meeting_action where meeting_id = :meeting order by due_on, id")
                .param("meeting", meeting.value())
                .query((row, n) -> new MeetingAction(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("owner"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("not_done_reason"),
                        row.getInt("version")))
                .list();
    }

    /** @throws InvalidInput naming what is missing or too long */
    void add(MeetingId meeting, @Nullable String title, @Nullable String owner, @Nullable LocalDate dueOn) {
        Texts.required("actionTitle", title, 300);
        Texts.required("actionOwner", owner, 200);
        if (dueOn == null) {
            throw new InvalidInput("actionDue", "problem.answer.missing");
        }
        jdbc.sql("""
                        insert into hyte.meeting_action (meeting_id, title, owner, due_on)
                        values (:meeting, :title, :owner, :due)""")
                .param("meeting", meeting.value())
                .param("title", title)
                .param("owner", owner)
                .param("due", dueOn)
                .update();
    }

    void remove(MeetingId meeting, long id) {
        jdbc.sql("delete from hyte.meeting_action where meeting_id = :meeting and id = :id")
                .param("meeting", meeting.value())
                .param("id", id)
                .update();
    }

    /** @throws Conflict when somebody has changed it since that version */
    void settle(MeetingId meeting, long id, @Nullable LocalDate doneOn, @Nullable String reason, int version) {
        int changed = jdbc.sql("""
                        update hyte.meeting_action set done_on = :done, not_done_reason = :reason, version = version + 1
                        where meeting_id = :meeting and id = :id and version = :version""")
                .param("done", doneOn)
                .param("reason", reason)
                .param("meeting", meeting.value())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("problem.negotiation.changed");
        }
    }
}
