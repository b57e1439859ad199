package fi.hytekello.consultation;

import fi.hytekello.body.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of contacts and of the views that were heard. */
@Repository
class ContactTable {

    private final JdbcClient jdbc;

    ContactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ConsultationId consultation, Set<OrganisationId> organisations) {
        jdbc.sql("""
                        insert into hyte.management_contact (consultation_id, organisation_id)
                        select :consultation, o.id from hyte.organisation o where o.id = any (:chosen)
                        order by o.name_fi, o.id""")
                .param("consultation", consultation.value())
                .param(
                        "chosen",
                        organisations.stream().map(OrganisationId::value).toArray(Long[]::new))
                .update();
    }

    /** By the municipalities' Finnish names. */
    List<Contact> of(ConsultationId consultation) {
        return read("m.consultation_id = :consultation", Map.of("consultation", consultation.value()));
    }

    Optional<Contact> find(ContactId id) {
        return read("m.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** By task. */
    Map<String, Contact> ofTasks(Collection<String> tasks) {
        return tasks.isEmpty()
                ? Map.of()
                : read("m.task_id in (:tasks)", Map.of("tasks", tasks)).stream()
                        .collect(Collectors.toMap(one -> String.valueOf(one.task()), Function.identity()));
    }

    void taskOpened(ContactId id, String task) {
        jdbc.sql("update hyte.management_contact set task_id = :task where id = :id")
                .param("id", id.value())
                .param("task", task)
                .update();
    }

    /** @return false where somebody changed it meanwhile */
    boolean write(Contact contact, ContactNotes notes, int version) {
        boolean written = jdbc.sql("""
                                update hyte.management_contact set state = :state, means = :means, agreed_on = :agreed,
                                    heard_on = :heard, post = :post, other_views = :other, follow_up = :followUp,
                                    reason = :reason, version = version + 1
                                where id = :id and version = :version""")
                        .param("id", contact.id().value())
                        .param("version", version)
                        .param("state", notes.state().name())
                        .param(
                                "means",
                                notes.means() == null ? null : notes.means().name())
                        .param("agreed", notes.agreedOn())
                        .param("heard", notes.heardOn())
                        .param("post", notes.post())
                        .param("other", notes.other())
                        .param("followUp", notes.followUp())
                        .param("reason", notes.reason())
                        .update()
                == 1;
        if (written) {
            writeViews(contact, notes.views());
        }
        return written;
    }

    /** @return false where it is ended already */
    boolean finish(ContactId id) {
        return jdbc.sql("""
                        update hyte.management_contact set finished = true, task_id = null, version = version + 1
                        where id = :id and not finished""").param("id", id.value()).update() == 1;
    }

    /** Ends those that are open, each for its reason; how many they were. */
    int miss(ConsultationId consultation, Map<ContactId, String> reasons) {
        List<Map.Entry<ContactId, String>> rows = List.copyOf(reasons.entrySet());
        return jdbc.sql("""
                        update hyte.management_contact m set state = 'MISSED', finished = true, task_id = null,
                            reason = r.reason, version = version + 1
                        from unnest(:ids::bigint[], :reasons::text[]) as r (id, reason)
                        where m.id = r.id and m.consultation_id = :consultation and not m.finished""")
                .param("consultation", consultation.value())
                .param("ids", rows.stream().map(one -> one.getKey().value()).toArray(Long[]::new))
                .param("reasons", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    private void writeViews(Contact contact, Map<Long, String> views) {
        List<Map.Entry<Long, String>> rows = List.copyOf(views.entrySet());
        jdbc.sql("delete from hyte.management_view where contact_id = :contact")
                .param("contact", contact.id().value())
                .update();
        // Only questions of its own consultation: others were never asked.
        jdbc.sql("""
                        insert into hyte.management_view (contact_id, question_id, view)
                        select :contact, q.id, v.view
                        from unnest(:questions::bigint[], :views::text[]) as v (question, view)
                            join hyte.consultation_question q on q.id = v.question and q.consultation_id = :consultation""")
                .param("contact", contact.id().value())
                .param("consultation", contact.consultation().value())
                .param("questions", rows.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("views", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    /** Two statements, however many contacts. */
    private List<Contact> read(String which, Map<String, ?> parameters) {
        Map<Long, Map<Long, String>> views = new HashMap<>();
        jdbc.sql("select v.* from hyte.management_view v join hyte.management_contact m on m.id = v.contact_id where "
                        + which)
                .params(parameters)
                .query(row -> {
                    views.computeIfAbsent(row.getLong("contact_id"), none -> new HashMap<>())
                            .put(row.getLong("question_id"), row.getString("view"));
                });
        return jdbc.sql("""
                        select m.*, o.name_fi, o.name_sv, o.management_title_fi, o.management_title_sv
                        from hyte.management_contact m join hyte.organisation o on o.id = m.organisation_id
                        where\s""" + which + " order by o.name_fi, m.id")
                .params(parameters)
                .query((row, n) -> contact(row, views.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    private static Contact contact(ResultSet row, Map<Long, String> views) throws SQLException {
        return new Contact(
                new ContactId(row.getLong("id")),
                new ConsultationId(row.getLong("consultation_id")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getString("management_title_fi"),
                row.getString("management_title_sv"),
                notes(row, views),
                row.getString("task_id"),
                row.getBoolean("finished"),
                row.getInt("version"));
    }

    private static ContactNotes notes(ResultSet row, Map<Long, String> views) throws SQLException {
        return new ContactNotes(
                ContactState.valueOf(row.getString("state")),
                means(row.getString("means")),
                row.getObject("agreed_on", LocalDate.class),
                row.getObject("heard_on", LocalDate.class),
                row.getString("post"),
                views,
                row.getString("other_views"),
                row.getString("follow_up"),
                row.getString("reason"));
    }

    private static @Nullable ContactMeans means(@Nullable String name) {
        return name == null ? null : ContactMeans.valueOf(name);
    }
}
