package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.consultation.ConsultationBench;
import fi.hytekello.consultation.ConsultationId;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.consultation.Summaries;
import fi.hytekello.worklist.TaskDesk;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail that tells the director of a summary, as it arrives. */
@WholeTest
class ConsultationMailTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Consultations consultations;

    @Autowired
    Summaries summaries;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    private ScriptedServer server;
    private MailDispatcher dispatcher;
    private ConsultationBench bench;

    @BeforeEach
    void begin() throws IOException {
        MailBench mails = beans.createBean(MailBench.class);
        mails.begin();
        server = new ScriptedServer();
        dispatcher = mails.dispatcher(server.sender());
        bench = beans.createBean(ConsultationBench.class).in(towns.makeRegionalCouncil());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void theDirectorReadsInTheOwnLanguageHowManyWereHeardAndWhereTheSummaryIs() {
        jdbc.sql("update hyte.person set language = 'sv' where username = :director")
                .param("director", bench.director().username().value())
                .update();
        ConsultationId id = bench.begin(bench.body());
        bench.hearAll(id);
        summaries.conclude(id, "Salainen johtopäätös", consultations.get(id).version());
        desk.complete(bench.summaryTask(id).id(), bench.coordinator(), Map.of());
        ConsultationBench.at(Instant.parse("2021-01-12T08:00:00Z"));
        dispatcher.dispatchDue();
        assertThat(server.received())
                .filteredOn(mail -> mail.recipient().equals(bench.director().email()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.message().getSubject())
                            .isEqualTo("Provförbund: sammandraget av hörandet är klart: Johdon kuuleminen 2021");
                    assertThat(mail.text())
                            .contains("3 av 3 kommuners ledning", "Arbetsgruppen för välfärd")
                            .contains("/consultations/" + bench.council().code() + "/" + id)
                            .doesNotContain("Salainen");
                });
    }
}
