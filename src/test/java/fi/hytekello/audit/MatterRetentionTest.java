package fi.hytekello.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contact details of a matter that is no year are deleted in time, and how many is recorded with the matter. */
@WholeTest
class MatterRetentionTest {

    private static final RetentionRule RULE = new RetentionRule(
            "contactOfTest",
            Period.ofMonths(6),
            "delete from hyte.contact_of_test where closed_at < :until"
                    + " returning null::bigint as cycle_id, municipality_code, matter");

    @Autowired
    Towns towns;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void makeTable() {
        jdbc.sql("create table hyte.contact_of_test (municipality_code text, matter text, closed_at timestamptz)")
                .update();
    }

    @AfterEach
    void dropTable() {
        jdbc.sql("drop table hyte.contact_of_test").update();
    }

    @Test
    void deletesWhatIsOldAndRecordsHowManyForEachMatter() {
        Town council = towns.makeRegionalCouncil();
        Town other = towns.makeRegionalCouncil();
        OffsetDateTime now = OffsetDateTime.now(clock);
        add(council, "nomination:1", now.minusMonths(6).minusDays(1));
        add(council, "nomination:1", now.minusMonths(7));
        add(council, "nomination:2", now.minusYears(1));
        add(council, "nomination:2", now.minusMonths(5));
        add(other, "nomination:3", now.minusDays(1));
        RetentionRound round = new RetentionRound(jdbc, List.of(RULE), clock);

        round.run();
        round.run();

        assertThat(jdbc.sql("select matter from hyte.contact_of_test order by matter")
                        .query(String.class)
                        .list())
                .containsExactly("nomination:2", "nomination:3");
        assertThat(records(council, "nomination:1")).containsExactly("retention.contactOfTest {\"deleted\":2}");
        assertThat(records(council, "nomination:2")).containsExactly("retention.contactOfTest {\"deleted\":1}");
        assertThat(records(other, "nomination:3")).isEmpty();
    }

    private List<String> records(Town town, String matter) {
        return audit.about(town.code(), matter).stream()
                .map(event -> event.action() + " " + event.details())
                .toList();
    }

    private void add(Town town, String matter, OffsetDateTime closedAt) {
        jdbc.sql("insert into hyte.contact_of_test values (:town, :matter, :closed)")
                .param("town", town.code().value())
                .param("matter", matter)
                .param("closed", closedAt)
                .update();
    }
}
