package fi.hytekello.feed;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.ical.Span;
import fi.hytekello.platform.security.LinkToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.calendar_feed} and what each feed last told. */
@Repository
class FeedTable {

    private static final String OWNED = """
             username is not distinct from :username and municipality_code is not distinct from :municipality
            and language is not distinct from :language""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    FeedTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A feed that is being read: locked until the end of the transaction. */
    record Locked(long id, FeedOwner owner) {}

    Optional<Feed> find(FeedOwner owner) {
        return jdbc.sql("select * from hyte.calendar_feed where" + OWNED)
                .params(parameters(owner).getValues())
                .query(FeedTable::feed)
                .optional();
    }

    /** The common feeds of these municipalities that have ever had a link or been written. */
    List<Feed> common(Collection<MunicipalityCode> municipalities) {
        return jdbc.sql("select * from hyte.calendar_feed where municipality_code = any (:municipalities)")
                .param(
                        "municipalities",
                        municipalities.stream().map(MunicipalityCode::value).toArray(String[]::new))
                .query(FeedTable::feed)
                .list();
    }

    void create(FeedOwner owner) {
        jdbc.sql("""
                        insert into hyte.calendar_feed (username, municipality_code, language)
                        values (:username, :municipality, :language) on conflict do nothing""").params(parameters(owner).getValues()).update();
    }

    /**
     * Gives the feed a new link, or none.
     *
     * @return false when somebody has changed it since that version
     */
    boolean link(FeedOwner owner, @Nullable LinkToken token, int version, Instant at) {
        return jdbc.sql("""
                        update hyte.calendar_feed
                        set hash = :hash, linked_at = :at, read_at = null, version = version + 1
                        where version = :version and""" + OWNED)
                        .params(parameters(owner)
                                .addValue("hash", token == null ? null : token.hash())
                                .addValue("at", token == null ? null : utc(at))
                                .addValue("version", version)
                                .getValues())
                        .update()
                == 1;
    }

    /** Notes that a calendar reads it. Two who read at once come one after the other and are told the same. */
    Optional<Locked> read(LinkToken token, Instant at) {
        return jdbc.sql("update hyte.calendar_feed set read_at = :at where hash = :hash returning *")
                .param("at", utc(at))
                .param("hash", token.hash())
                .query(FeedTable::locked)
                .optional();
    }

    Locked lock(FeedOwner owner) {
        return jdbc.sql("select * from hyte.calendar_feed where" + OWNED + " for update")
                .params(parameters(owner).getValues())
                .query(FeedTable::locked)
                .single();
    }

    List<PublishedEvent> told(long feed) {
        return jdbc.sql("select * from hyte.calendar_feed_event where feed_id = :feed order by starts_at, key")
                .param("feed", feed)
                .query(FeedTable::published)
                .list();
    }

    void tell(long feed, List<PublishedEvent> changes) {
        batch.batchUpdate(
                """
                insert into hyte.calendar_feed_event (feed_id, key, starts_at, ends_at, whole_day, summary, description,
                    place, path, busy, sequence, changed_at, cancelled_at)
                values (:feed, :key, :starts, :ends, :wholeDay, :summary, :description, :place, :path, :busy, :sequence,
                    :changed, :cancelled)
                on conflict (feed_id, key) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    whole_day = excluded.whole_day, summary = excluded.summary, description = excluded.description,
                    place = excluded.place, path = excluded.path, busy = excluded.busy, sequence = excluded.sequence,
                    changed_at = excluded.changed_at, cancelled_at = excluded.cancelled_at""", changes.stream().map(change -> parameters(feed, change)).toArray(MapSqlParameterSource[]::new));
    }

    void forget(long feed, Instant endedBefore) {
        jdbc.sql("delete from hyte.calendar_feed_event where feed_id = :feed and ends_at <= :before")
                .param("feed", feed)
                .param("before", utc(endedBefore))
                .update();
    }

    private static MapSqlParameterSource parameters(FeedOwner owner) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        if (owner instanceof FeedOwner.Own own) {
            return parameters
                    .addValue("username", own.person().value())
                    .addValue("municipality", null)
                    .addValue("language", null);
        }
        FeedOwner.Common common = (FeedOwner.Common) owner;
        return parameters
                .addValue("username", null)
                .addValue("municipality", common.municipality().value())
                .addValue("language", common.language().getLanguage());
    }

    private static MapSqlParameterSource parameters(long feed, PublishedEvent published) {
        FeedEvent event = published.event();
        return new MapSqlParameterSource("feed", feed)
                .addValue("key", event.key())
                .addValue("starts", utc(event.span().begins()))
                .addValue("ends", utc(event.span().ends()))
                .addValue("wholeDay", event.span() instanceof Span.Day)
                .addValue("summary", event.summary())
                .addValue("description", event.description())
                .addValue("place", event.place())
                .addValue("path", event.path())
                .addValue("busy", event.busy())
                .addValue("sequence", published.sequence())
                .addValue("changed", utc(published.changedAt()))
                .addValue("cancelled", published.cancelledAt() == null ? null : utc(published.cancelledAt()));
    }

    private static Feed feed(ResultSet row, int number) throws SQLException {
        return new Feed(owner(row), row.getInt("version"), instant(row, "linked_at"), instant(row, "read_at"));
    }

    private static Locked locked(ResultSet row, int number) throws SQLException {
        return new Locked(row.getLong("id"), owner(row));
    }

    private static FeedOwner owner(ResultSet row) throws SQLException {
        String username = row.getString("username");
        return username == null
                ? new FeedOwner.Common(
                        new MunicipalityCode(row.getString("municipality_code")),
                        Locale.forLanguageTag(row.getString("language")))
                : new FeedOwner.Own(new Username(username));
    }

    private static PublishedEvent published(ResultSet row, int number) throws SQLException {
        OffsetDateTime starts = row.getObject("starts_at", OffsetDateTime.class);
        return new PublishedEvent(
                new FeedEvent(
                        row.getString("key"),
                        row.getBoolean("whole_day")
                                ? new Span.Day(
                                        starts.atZoneSameInstant(Finland.ZONE).toLocalDate())
                                : new Span.Time(
                                        starts.toInstant(),
                                        row.getObject("ends_at", OffsetDateTime.class)
                                                .toInstant()),
                        row.getString("summary"),
                        row.getString("description"),
                        row.getString("place"),
                        row.getString("path"),
                        row.getBoolean("busy")),
                row.getInt("sequence"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "cancelled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
