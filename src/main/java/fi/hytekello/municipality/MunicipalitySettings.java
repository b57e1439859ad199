package fi.hytekello.municipality;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes what a municipality decides for itself. */
@Service
public class MunicipalitySettings {

    /** A registry that closes before the morning's mails would make every deadline end before its day begins. */
    private static final LocalTime EARLIEST_CLOSING = LocalTime.of(8, 0);

    private static final BigDecimal HIGHEST_LIMIT = new BigDecimal("9999999999.99");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    MunicipalitySettings(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /** @throws NotFound when there is no such municipality */
    public Settings of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select settings_version, impact_cost_limit, office_closes, city, quiet_july, sender_name_fi,
                            sender_name_sv, sender_address, reply_to, signature_fi, signature_sv
                        from hyte.municipality where code = :code""")
                .param("code", municipality.value())
                .query(MunicipalitySettings::settings)
                .optional()
                .orElseThrow(() -> new NotFound("problem.municipality.unknown", municipality.value()));
    }

    private static Settings settings(ResultSet row, int number) throws SQLException {
        return new Settings(
                row.getInt("settings_version"),
                row.getBigDecimal("impact_cost_limit"),
                row.getObject("office_closes", LocalTime.class),
                row.getBoolean("city"),
                row.getBoolean("quiet_july"),
                sender(row));
    }

    /** Reads the columns of who the mails come from. */
    public static MailSender sender(ResultSet row) throws SQLException {
        return new MailSender(
                row.getString("sender_name_fi"),
                row.getString("sender_name_sv"),
                row.getString("sender_address"),
                row.getString("reply_to"),
                row.getString("signature_fi"),
                row.getString("signature_sv"));
    }

    /** Coordinator and administrator of the municipality. */
    public static boolean mayBeChangedBy(Person person, MunicipalityCode municipality) {
        return person.holds(Role.COORDINATOR, municipality) || person.holds(Role.ADMIN, municipality);
    }

    /**
     * Changes what differs from the settings as they are, and tells those whom a new closing time concerns.
     *
     * @param wanted with the version that the editor has seen
     * @throws Refused when the person may not
     * @throws InvalidInput naming the setting that cannot be so
     * @throws Conflict when somebody else has changed them since that version
     */
    @Transactional
    public void change(MunicipalityCode municipality, Settings wanted, Person by) {
        if (!mayBeChangedBy(by, municipality)) {
            throw new Refused("problem.settings.role");
        }
        check(wanted);
        Settings before = of(municipality);
        Map<String, List<String>> changes = changes(before, wanted);
        if (changes.isEmpty()) {
            return;
        }
        store(municipality, wanted);
        audit.record(municipality, null, "municipality.settings", "municipality:" + municipality, changes);
        if (!wanted.officeCloses().equals(before.officeCloses())) {
            events.publishEvent(new OfficeHoursChanged(municipality, wanted.officeCloses()));
        }
    }

    private static void check(Settings wanted) {
        BigDecimal limit = wanted.impactCostLimit();
        if (limit.signum() <= 0 || limit.compareTo(HIGHEST_LIMIT) > 0) {
            throw new InvalidInput("impactCostLimit", "problem.settings.costLimit");
        }
        if (wanted.officeCloses().isBefore(EARLIEST_CLOSING)) {
            throw new InvalidInput("officeCloses", "problem.settings.closing");
        }
        wanted.sender().check();
    }

    /** Before and after of what differs, by the names of the settings. */
    private static Map<String, List<String>> changes(Settings before, Settings after) {
        Map<String, String> now = after.values();
        Map<String, List<String>> changes = new LinkedHashMap<>();
        before.values().forEach((name, value) -> {
            String wanted = now.getOrDefault(name, "");
            if (!wanted.equals(value)) {
                changes.put(name, List.of(value, wanted));
            }
        });
        return changes;
    }

    private void store(MunicipalityCode municipality, Settings wanted) {
        int stored = jdbc.sql("""
                        update hyte.municipality set settings_version = settings_version + 1,
                            impact_cost_limit = :costLimit, office_closes = :closes, city = :city,
                            quiet_july = :quietJuly, sender_name_fi = :senderNameFi, sender_name_sv = :senderNameSv,
                            sender_address = :senderAddress, reply_to = :replyTo, signature_fi = :signatureFi,
                            signature_sv = :signatureSv
                        where code = :code and settings_version = :seen""")
                .param("code", municipality.value())
                .param("seen", wanted.version())
                .param("costLimit", wanted.impactCostLimit())
                .param("closes", wanted.officeCloses())
                .param("city", wanted.city())
                .param("quietJuly", wanted.quietJuly())
                .params(wanted.sender().values())
                .update();
        if (stored == 0) {
            throw new Conflict("problem.settings.changed");
        }
    }
}
