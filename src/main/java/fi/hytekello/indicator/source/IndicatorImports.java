package fi.hytekello.indicator.source;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.Refused;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends imports from Sotkanet, whose values all municipalities share. One runs at a time. */
@Service("indicatorImports")
public class IndicatorImports {

    private static final Logger log = LoggerFactory.getLogger(IndicatorImports.class);

    private final ImportHistory history;
    private final IndicatorImportProcess process;
    private final SotkanetSettings settings;
    private final StoppedImports stopped;
    private final AuditTrail audit;

    IndicatorImports(
            ImportHistory history,
            IndicatorImportProcess process,
            SotkanetSettings settings,
            StoppedImports stopped,
            AuditTrail audit) {
        this.history = history;
        this.process = process;
        this.settings = settings;
        this.stopped = stopped;
        this.audit = audit;
    }

    /** The import that runs now, and how it goes. */
    public record Running(ImportHistory.Entry entry, IndicatorImportProcess.Standing standing) {}

    /**
     * Begins an import.
     *
     * @param at whose coordinator or administrator begins it
     * @throws Refused for anybody else
     * @throws Conflict when one runs already
     */
    @Transactional
    public ImportId begin(MunicipalityCode at, Person by) {
        requireMay(at, by);
        ImportId id = history.begin(ImportKind.SOTKANET, settings.baseUrl().toString(), null, by.username());
        process.begin(id);
        audit.record(at, null, "indicators.importBegun", "indicator-import:" + id, Map.of());
        return id;
    }

    /** Begins one by the calendar ({@code hytekello.sotkanet.schedule}); nothing where one runs, also on another node. */
    @Scheduled(cron = "${hytekello.sotkanet.schedule:-}", zone = "Europe/Helsinki")
    @Transactional
    public void beginOnSchedule() {
        if (history.running().isPresent()) {
            log.info("No scheduled import from Sotkanet: the one before has not ended");
            return;
        }
        process.begin(history.begin(ImportKind.SOTKANET, settings.baseUrl().toString(), null, null));
    }

    public Optional<Running> running() {
        return history.running().map(entry -> new Running(entry, process.standing(entry.id())));
    }

    /** True where an import has failed for good and waits for a person; for those who may do something about it. */
    public boolean stoppedFor(Person person) {
        return person.municipalities().stream()
                        .anyMatch(municipality -> MunicipalitySettings.mayBeChangedBy(person, municipality))
                && running().filter(running -> running.standing().stopped()).isPresent();
    }

    /** @throws Conflict when none has stopped or waits for its next try */
    @Transactional
    public void retry(MunicipalityCode at, Person by) {
        requireMay(at, by);
        Running running = running()
                .filter(one -> one.standing().waits())
                .orElseThrow(() -> new Conflict("problem.import.notStopped"));
        process.retry(running.entry().id());
        stopped.settled(running.entry().id());
        audit.record(
                at,
                null,
                "indicators.importRetried",
                "indicator-import:" + running.entry().id(),
                Map.of());
    }

    /** Ends the import that runs; what it has brought in stays. */
    @Transactional
    public void cancel(MunicipalityCode at, Person by) {
        requireMay(at, by);
        Running running = running().orElseThrow(() -> new Conflict("problem.import.notRunning"));
        process.cancel(running.entry().id());
        stopped.settled(running.entry().id());
        history.finish(running.entry().id(), ImportHistory.State.STOPPED);
        audit.record(
                at,
                null,
                "indicators.importStopped",
                "indicator-import:" + running.entry().id(),
                Map.of());
    }

    private static void requireMay(MunicipalityCode at, Person by) {
        if (!MunicipalitySettings.mayBeChangedBy(by, at)) {
            throw new Refused("problem.import.role");
        }
    }
}
