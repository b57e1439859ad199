package fi.hytekello.negotiation;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.negotiation} and what belongs to it. */
@Repository
class NegotiationTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    NegotiationTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    Optional<Negotiation> find(CycleId cycle) {
        Map<Heading, String> topics = topics(cycle);
        List<Participant> participants = participants(cycle);
        List<AgreedAction> actions = actions(cycle);
        return jdbc.sql("select * from hyte.negotiation where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> new Negotiation(
                        cycle,
                        Convener.valueOf(row.getString("convener")),
                        instant(row, "starts_at"),
                        instant(row, "ends_at"),
                        row.getString("place"),
                        row.getString("remote_link"),
                        Negotiation.State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("memo"),
                        row.getInt("version"),
                        topics,
                        participants,
                        actions))
                .optional();
    }

    /** A row to fill, once; those who took part in the municipality's negotiation a year ago are on the list. */
    void create(CycleId cycle) {
        int created =
                jdbc.sql("""
                        insert into hyte.negotiation (cycle_id, changed_by, changed_at) values (:cycle, 'system', :now)
                        on conflict do nothing""").param("cycle", cycle.value()).param("now", now()).update();
        if (created == 1) {
            jdbc.sql("""
                            insert into hyte.negotiation_participant (cycle_id, name, party, email, language)
                            select c.id, p.name, p.party, p.email, p.language
                            from hyte.cycle c
                                join hyte.cycle l on l.municipality_code = c.municipality_code and l.year = c.year - 1
                                join hyte.negotiation_participant p on p.cycle_id = l.id
                            where c.id = :cycle and not p.removed and p.email is not null order by p.id""").param("cycle", cycle.value()).update();
        }
    }

    /** @throws Conflict when somebody has changed it since that version */
    void plan(CycleId cycle, NegotiationPlan plan, int version, Username by) {
        changed(jdbc.sql("""
                        update hyte.negotiation set convener = :convener, starts_at = :starts, ends_at = :ends,
                            place = :place, remote_link = :link, version = version + 1, changed_by = :by, changed_at = :now
                        where cycle_id = :cycle and version = :version""")
                .param("convener", plan.convener().name())
                .param("starts", utc(plan.startsAt()))
                .param("ends", utc(plan.endsAt()))
                .param("place", plan.place())
                .param("link", plan.remoteLink())
                .param("by", by.value())
                .param("now", now())
                .param("cycle", cycle.value())
                .param("version", version)
                .update());
        batch.batchUpdate(
                """
                insert into hyte.negotiation_topic (cycle_id, heading, text) values (:cycle, :heading, :text)
                on conflict (cycle_id, heading) do update set text = excluded.text""",
                java.util.Arrays.stream(Heading.values())
                        .map(heading -> new MapSqlParameterSource("cycle", cycle.value())
                                .addValue("heading", heading.name())
                                .addValue("text", plan.topics().get(heading)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** @throws Conflict when somebody has changed it since that version */
    void memo(CycleId cycle, @Nullable String memo, List<Long> attended, int version, Username by) {
        changed(jdbc.sql("""
                        update hyte.negotiation set memo = :memo, version = version + 1, changed_by = :by, changed_at = :now
                        where cycle_id = :cycle and version = :version""")
                .param("memo", memo)
                .param("by", by.value())
                .param("now", now())
                .param("cycle", cycle.value())
                .param("version", version)
                .update());
        jdbc.sql("""
                        update hyte.negotiation_participant set attended = id in (:attended)
                        where cycle_id = :cycle and not removed""")
                .param("attended", attended.isEmpty() ? List.of(-1L) : attended)
                .param("cycle", cycle.value())
                .update();
    }

    void state(CycleId cycle, Negotiation.State state, @Nullable String reason, Username by) {
        jdbc.sql("""
                        update hyte.negotiation set state = :state, reason = :reason, version = version + 1,
                            changed_by = :by, changed_at = :now
                        where cycle_id = :cycle""")
                .param("state", state.name())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now())
                .param("cycle", cycle.value())
                .update();
    }

    long addParticipant(CycleId cycle, String name, Party party, String email, Locale language) {
        return jdbc.sql("""
                        insert into hyte.negotiation_participant (cycle_id, name, party, email, language)
                        values (:cycle, :name, :party, :email, :language) returning id""")
                .param("cycle", cycle.value())
                .param("name", name)
                .param("party", party.name())
                .param("email", email)
                .param("language", language.getLanguage())
                .query(Long.class)
                .single();
    }

    void removeParticipant(CycleId cycle, long id) {
        jdbc.sql("update hyte.negotiation_participant set removed = true where cycle_id = :cycle and id = :id")
                .param("cycle", cycle.value())
                .param("id", id)
                .update();
    }

    long addAction(CycleId cycle, String title, String owner, LocalDate dueOn) {
        return jdbc.sql("""
                        insert into hyte.negotiation_action (cycle_id, title, owner, due_on)
                        values (:cycle, :title, :owner, :due) returning id""")
                .param("cycle", cycle.value())
                .param("title", title)
                .param("owner", owner)
                .param("due", dueOn)
                .query(Long.class)
                .single();
    }

    void removeAction(CycleId cycle, long id) {
        jdbc.sql("delete from hyte.negotiation_action where cycle_id = :cycle and id = :id")
                .param("cycle", cycle.value())
                .param("id", id)
                .update();
    }

    /** @throws Conflict when somebody has changed it since that version */
    void settleAction(CycleId cycle, long id, @Nullable LocalDate doneOn, @Nullable String reason, int version) {
        changed(jdbc.sql("""
                        update hyte.negotiation_action set done_on = :done, not_done_reason = :reason, version = version + 1
                        where cycle_id = :cycle and id = :id and version = :version""")
                .param("done", doneOn)
                .param("reason", reason)
                .param("cycle", cycle.value())
                .param("id", id)
                .param("version", version)
                .update());
    }

    private Map<Heading, String> topics(CycleId cycle) {
        Map<Heading, String> topics = new EnumMap<>(Heading.class);
        jdbc.sql("select heading, text from hyte.negotiation_topic where cycle_id = :cycle and text is not null")
                .param("cycle", cycle.value())
                .query((row, n) -> Map.entry(Heading.valueOf(row.getString("heading")), row.getString("text")))
                .list()
                .forEach(topic -> topics.put(topic.getKey(), topic.getValue()));
        return topics;
    }

    private List<Participant> participants(CycleId cycle) {
        return jdbc.sql(
                        "select * from hyte.negotiation_participant where cycle_id = :cycle and not removed order by id")
                .param("cycle", cycle.value())
                .query(NegotiationTable::participant)
                .list();
    }

    static Participant participant(ResultSet row, int number) throws SQLException {
        return new Participant(
                row.getLong("id"),
                row.getString("name"),
                Party.valueOf(row.getString("party")),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                row.getObject("attended", Boolean.class));
    }

    private List<AgreedAction> actions(CycleId cycle) {
        return jdbc.sql("select * from hyte.negotiation_action where cycle_id = :cycle order by due_on, id")
                .param("cycle", cycle.value())
                .query((row, n) -> new AgreedAction(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("owner"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("not_done_reason"),
                        row.getInt("version")))
                .list();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new Conflict("problem.negotiation.changed");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
