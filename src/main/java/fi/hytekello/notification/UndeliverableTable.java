package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that take no mail: {@code hyte.undeliverable}, with the mails and notifications that wait for them. */
@Repository
class UndeliverableTable {

    /** Not told, and in no mail that might still leave. */
    private static final String WAITING = """
            n.municipality_code = :municipality and n.address = :address and n.sent_at is null and n.dropped_at is null
                and not exists (select from hyte.mail m where m.id = n.mail_id and m.gave_up_at is null)""";

    private static final String UNTOLD = WAITING + " and n.send_after <= :now";

    private final JdbcClient jdbc;

    UndeliverableTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Place(MunicipalityCode municipality, String address) {}

    /** @param taskId null only until the task has come */
    record Row(
            long id,
            Place place,
            @Nullable CycleId cycle,
            Instant openedAt,
            @Nullable String taskId,
            boolean open) {}

    /** Where mails were given up and nobody has been told. */
    List<Place> untold() {
        return jdbc.sql("""
                        select distinct municipality_code, address from hyte.mail
                        where gave_up_at is not null and undeliverable_id is null order by 1, 2""").query(UndeliverableTable::place).list();
    }

    /** A new case; empty where one is open already. The cycle, if any, is that of the newest thing that could not be told. */
    Optional<Row> open(Place place, Instant now) {
        return jdbc.sql("""
                        insert into hyte.undeliverable (municipality_code, cycle_id, address, opened_at)
                        select m.municipality_code, n.cycle_id, m.address, :now
                        from hyte.mail m join hyte.notification n on n.mail_id = m.id
                        where m.municipality_code = :municipality and m.address = :address and m.gave_up_at is not null
                            and m.undeliverable_id is null
                        order by n.created_at desc, n.id limit 1
                        on conflict (municipality_code, address) where closed_at is null do nothing returning *""")
                .param("municipality", place.municipality().value())
                .param("address", place.address())
                .param("now", utc(now))
                .query(UndeliverableTable::row)
                .optional();
    }

    /** Tells the open case of the mails that were given up. */
    void join(Place place) {
        jdbc.sql("""
                        update hyte.mail m set undeliverable_id = u.id from hyte.undeliverable u
                        where u.municipality_code = :municipality and u.address = :address and u.closed_at is null
                            and m.municipality_code = u.municipality_code and m.address = u.address
                            and m.gave_up_at is not null and m.undeliverable_id is null""")
                .param("municipality", place.municipality().value())
                .param("address", place.address())
                .update();
    }

    void setTask(long id, String taskId) {
        jdbc.sql("update hyte.undeliverable set task_id = :task where id = :id")
                .param("task", taskId)
                .param("id", id)
                .update();
    }

    Row get(long id) {
        return jdbc.sql("select * from hyte.undeliverable where id = :id")
                .param("id", id)
                .query(UndeliverableTable::row)
                .single();
    }

    List<Row> ofTasks(Collection<String> taskIds) {
        return jdbc.sql("select * from hyte.undeliverable where task_id = any(:tasks) order by id")
                .param("tasks", taskIds.toArray(String[]::new))
                .query(UndeliverableTable::row)
                .list();
    }

    /** By case, the keys of all whose mails were to go to its address, in the outbox's words. */
    Map<Long, List<String>> recipients(Collection<Row> cases) {
        Map<Long, List<String>> recipients = new HashMap<>();
        jdbc.sql("""
                        select distinct u.id, n.recipient
                        from hyte.undeliverable u
                        join hyte.notification n on n.municipality_code = u.municipality_code and n.address = u.address
                            and n.sent_at is null and n.dropped_at is null
                        where u.id = any(:cases) order by 1, 2""")
                .param("cases", cases.stream().map(Row::id).toArray(Long[]::new))
                .query(row -> {
                    recipients
                            .computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                            .add(row.getString("recipient"));
                });
        return recipients;
    }

    /** Tries and last error of the newest mail that was given up. */
    record Failure(int attempts, @Nullable String error) {}

    Failure failure(long id) {
        return jdbc.sql("""
                        select attempts, last_error from hyte.mail where undeliverable_id = :id
                        order by gave_up_at desc, id limit 1""")
                .param("id", id)
                .query((row, n) -> new Failure(row.getInt("attempts"), row.getString("last_error")))
                .single();
    }

    List<UndeliverableCase.Waiting> waiting(Row row, Instant now) {
        return untold(
                        "select n.kind, n.payload ->> 'name' as name, n.payload ->> 'due' as due, n.created_at"
                                + " from hyte.notification n where " + UNTOLD + " order by n.created_at, n.id",
                        row,
                        now)
                .query((line, n) -> {
                    String due = line.getString("due");
                    return new UndeliverableCase.Waiting(
                            NotificationKind.valueOf(line.getString("kind")),
                            line.getString("name"),
                            due == null ? null : Instant.parse(due),
                            instant(line, "created_at"));
                })
                .list();
    }

    /** What waits is folded anew, for this address, and what is planned for later goes there too. */
    void sendTo(Row row, String address, Instant now) {
        giveUpOpenMails(row, now);
        untold("update hyte.notification n set address = :new, mail_id = null where " + WAITING, row, now)
                .param("new", address)
                .update();
    }

    /** What waits by now is not told any more; what becomes due later tries its luck again. */
    void drop(Row row, UndeliverableAnswer reason, Instant now) {
        giveUpOpenMails(row, now);
        untold("update hyte.notification n set dropped_at = :now, dropped_because = :reason where " + UNTOLD, row, now)
                .param("reason", reason.name())
                .update();
    }

    /** But for a mail that is being sent at this moment. */
    private void giveUpOpenMails(Row row, Instant now) {
        jdbc.sql("""
                        update hyte.mail set gave_up_at = :now, undeliverable_id = :id
                        where id in (select m.id from hyte.mail m
                            where m.municipality_code = :municipality and m.address = :address
                                and m.sent_at is null and m.gave_up_at is null
                            for update of m skip locked)""")
                .param("now", utc(now))
                .param("id", row.id())
                .param("municipality", row.place().municipality().value())
                .param("address", row.place().address())
                .update();
    }

    /** The address itself is needed no longer. */
    void close(long id, UndeliverableAnswer answer, @Nullable String reason, Username by, Instant now) {
        jdbc.sql("""
                        update hyte.undeliverable set answer = :answer, reason = :reason, closed_at = :now, closed_by = :by,
                            address = ''
                        where id = :id""")
                .param("answer", answer.name())
                .param("reason", reason)
                .param("now", utc(now))
                .param("by", by.value())
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec untold(String sql, Row row, Instant now) {
        return jdbc.sql(sql)
                .param("municipality", row.place().municipality().value())
                .param("address", row.place().address())
                .param("now", utc(now));
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(new MunicipalityCode(row.getString("municipality_code")), row.getString("address"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Long cycle = row.getObject("cycle_id", Long.class);
        return new Row(
                row.getLong("id"),
                place(row, number),
                cycle == null ? null : new CycleId(cycle),
                instant(row, "opened_at"),
                row.getString("task_id"),
                row.getObject("closed_at") == null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
