package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.audit.RetentionRound;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.ProposalUploads.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables of proposals that nobody confirms do not stay. */
@WholeTest
class UploadRetentionTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    ProposalUploads uploads;

    @Autowired
    RetentionRound retention;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aWeekOldUploadIsDeletedAndOnlyHowManyIsRecorded() {
        Town town = towns.make();
        Cycle cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        Waiting table = new Waiting(new byte[] {1}, true);
        Username old = town.person(Role.DEPARTMENT, Town.EDUCATION).username();
        Username fresh = town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION).username();
        uploads.keep(cycle.id(), Town.EDUCATION, old, table);
        uploads.keep(cycle.id(), Town.EDUCATION, fresh, table);
        jdbc.sql(
                        "update hyte.proposal_upload set uploaded_at = now() - interval '7 days 1 minute' where uploaded_by = :old")
                .param("old", old.value())
                .update();
        jdbc.sql(
                        "update hyte.proposal_upload set uploaded_at = now() - interval '6 days 23 hours' where uploaded_by = :by")
                .param("by", fresh.value())
                .update();

        retention.run();
        retention.run();

        assertThat(uploads.of(cycle.id(), Town.EDUCATION, old)).isEmpty();
        assertThat(uploads.of(cycle.id(), Town.EDUCATION, fresh)).isPresent();
        assertThat(audit.about(town.code(), "cycle:" + cycle.businessKey()))
                .filteredOn(event -> event.action().equals("retention.proposalUpload"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.details().toString()).isEqualTo("{\"deleted\":1}");
                    assertThat(event.actor()).isNull();
                });
    }
}
