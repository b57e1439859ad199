package fi.hytekello.platform;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine looks for due jobs by their date but brings no index for it; without one every look scans all timers of
 * all municipalities.
 */
@Component
class DueJobsIndex {

    private final JdbcClient jdbc;

    DueJobsIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    void create() {
        jdbc.sql("create index if not exists hyte_idx_job_due on camunda.act_ru_job (duedate_)")
                .update();
    }
}
