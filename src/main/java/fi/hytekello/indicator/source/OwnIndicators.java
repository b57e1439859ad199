package fi.hytekello.indicator.source;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.indicator.source.OwnValues.Named;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.sheet.SheetReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A municipality's own indicators, which nobody else sees, from its own table: checked as a whole, shown, and stored as a
 * whole once the person has confirmed it. Values that the table does not have stay.
 */
@Service
public class OwnIndicators {

    private final OwnUploads uploads;
    private final OwnIndicatorTable table;
    private final ObservationIntake intake;
    private final ImportHistory history;
    private final SourceRegions regions;
    private final Municipalities municipalities;
    private final OwnWords words;
    private final AuditTrail audit;
    private final Clock clock;

    OwnIndicators(
            OwnUploads uploads,
            OwnIndicatorTable table,
            ObservationIntake intake,
            ImportHistory history,
            SourceRegions regions,
            Municipalities municipalities,
            OwnWords words,
            AuditTrail audit,
            Clock clock) {
        this.uploads = uploads;
        this.table = table;
        this.intake = intake;
        this.history = history;
        this.regions = regions;
        this.municipalities = municipalities;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks a table and, where nothing is wrong, keeps it until it is confirmed.
     *
     * @throws Refused for all but the municipality's coordinator and administrator
     * @throws InvalidInput when it is no table
     */
    @Transactional
    public OwnValues upload(MunicipalityCode municipality, String name, byte[] content, Person by) {
        requireMay(municipality, by);
        OwnValues read = read(municipality, content);
        if (read.problems().isEmpty()) {
            uploads.keep(municipality, by, name, content);
        }
        return read;
    }

    /**
     * The same with a form in place of a file; what is wrong is told by the rows of the form ({@link OwnForm#row}).
     *
     * @throws Refused as for a file
     */
    @Transactional
    public OwnValues fill(MunicipalityCode municipality, OwnForm form, Person by) {
        return upload(municipality, "", form.table(), by);
    }

    /** The person's waiting table, as it reads now; empty where none waits. */
    public Optional<OwnValues> pending(MunicipalityCode municipality, Person by) {
        requireMay(municipality, by);
        return uploads.content(municipality, by).map(content -> read(municipality, content));
    }

    /**
     * Stores the waiting table.
     *
     * @throws Conflict when none waits, or something in it is wrong by now
     */
    @Transactional
    public Counts confirm(MunicipalityCode municipality, Person by) {
        requireMay(municipality, by);
        table.lock(municipality);
        byte[] content = uploads.content(municipality, by).orElseThrow(() -> new Conflict("problem.own.gone"));
        OwnValues read = read(municipality, content);
        if (!read.problems().isEmpty()) {
            throw new Conflict("problem.own.changed");
        }
        Counts counts = store(municipality, read, by);
        uploads.forget(municipality, by);
        return counts;
    }

    private Counts store(MunicipalityCode municipality, OwnValues read, Person by) {
        ImportId id = history.begin(ImportKind.OWN, uploads.name(municipality, by), municipality, by.username());
        Map<String, Integer> ids = new HashMap<>();
        read.indicators().forEach(one -> ids.put(one.titleFi(), table.store(municipality, one)));
        intake.prepare(rows(read, ids, regions.of(municipality)));
        Counts counts = intake.take(id, LocalDate.now(clock.withZone(Finland.ZONE)));
        history.count(id, counts);
        history.finish(id, ImportHistory.State.DONE);
        audit.record(
                municipality,
                null,
                "indicators.ownImported",
                "indicator-import:" + id,
                Map.of("indicators", read.indicators().size(), "new", counts.added(), "changed", counts.changed()));
        return counts;
    }

    /** Forgets the waiting table. */
    @Transactional
    public void cancel(MunicipalityCode municipality, Person by) {
        requireMay(municipality, by);
        uploads.forget(municipality, by);
    }

    /** The themes that an indicator may have, as codes. */
    public static List<String> themes() {
        return OwnWords.THEMES;
    }

    /** By title. */
    public List<Named> of(MunicipalityCode municipality) {
        return table.of(municipality);
    }

    private OwnValues read(MunicipalityCode municipality, byte[] content) {
        int thisYear = LocalDate.now(clock.withZone(Finland.ZONE)).getYear();
        return new OwnTableReader(
                        SheetReader.read("file", content),
                        table.of(municipality),
                        municipalities.departments(municipality),
                        words,
                        thisYear)
                .read();
    }

    private static List<ObservationRow> rows(OwnValues read, Map<String, Integer> ids, int region) {
        List<ObservationRow> rows = new ArrayList<>();
        for (OwnValues.Value value : read.values()) {
            rows.add(new ObservationRow(
                    value.row(),
                    Objects.requireNonNull(ids.get(value.titleFi())),
                    region,
                    value.year(),
                    Gender.TOTAL,
                    ValueStatus.OK,
                    value.value(),
                    null,
                    value.margin(),
                    value.respondents()));
        }
        return rows;
    }

    private static void requireMay(MunicipalityCode municipality, Person by) {
        if (!MunicipalitySettings.mayBeChangedBy(by, municipality)) {
            throw new Refused("problem.import.role");
        }
    }
}
