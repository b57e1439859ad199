package fi.hytekello.cycle;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.OfficeHoursChanged;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the deadlines of years that are being prepared when the registry closes at another time. */
@Component
class ClosingTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClosingTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * From tomorrow on. The opening of the year keeps its time, as it does when the kind changes: people have been told
     * it; so do the dates of a confirmed year.
     */
    @EventListener
    void changed(OfficeHoursChanged changed) {
        jdbc.sql("""
                        update hyte.cycle_milestone m set due_at = (m.effective_on + :closes) at time zone :zone
                        from hyte.cycle c
                        where c.id = m.cycle_id and c.municipality_code = :municipality and c.state = 'PREPARING'
                            and m.kind <> 'CYCLE_OPENING' and m.effective_on > :today""")
                .param("closes", changed.officeCloses())
                .param("zone", Finland.ZONE.getId())
                .param("municipality", changed.municipality().value())
                .param("today", LocalDate.now(clock.withZone(Finland.ZONE)))
                .update();
    }
}
