package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.ProposalImportPreview.Doubles;
import fi.hytekello.plan.ProposalImportPreview.Effect;
import fi.hytekello.plan.ProposalImportPreview.Row;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.Sheet;
import fi.hytekello.platform.sheet.SheetReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a spreadsheet into a department's proposals (R1-02): all rows are checked and shown first, and stored only once
 * the person has confirmed exactly what was shown. Missing values are allowed as in any draft, wrong ones are not.
 */
@Service
public class ProposalImports {

    private final ProposalUploads uploads;
    private final Proposals proposals;
    private final Measures measures;
    private final MeasureBatch batch;
    private final Goals goals;
    private final People people;
    private final Cycles cycles;
    private final ProposalWords words;
    private final AuditTrail audit;

    ProposalImports(
            ProposalUploads uploads,
            Proposals proposals,
            Measures measures,
            MeasureBatch batch,
            Goals goals,
            People people,
            Cycles cycles,
            ProposalWords words,
            AuditTrail audit) {
        this.uploads = uploads;
        this.proposals = proposals;
        this.measures = measures;
        this.batch = batch;
        this.goals = goals;
        this.people = people;
        this.cycles = cycles;
        this.words = words;
        this.audit = audit;
    }

    /**
     * Whose proposals, and what they may name.
     *
     * @param indicators their names in Finnish and in Swedish, by number, in the order in which they are offered
     */
    public record Place(CycleId cycle, DepartmentCode department, Username by, Map<Integer, List<String>> indicators) {}

    /** How many rows were stored. */
    public record Stored(int added, int changed) {}

    /**
     * Checks a file and keeps it until it is confirmed or another one comes.
     *
     * @throws InvalidInput when it is no table or has too many rows
     * @throws Conflict when the proposals are not the department's to change now
     */
    @Transactional
    public ProposalImportPreview upload(Place place, byte[] file) {
        return keep(place, new ProposalUploads.Waiting(file, false));
    }

    /**
     * The same for cells pasted from a spreadsheet, with or without a row of headers.
     *
     * @throws InvalidInput naming {@code pasted} when there is nothing to read or too much
     * @throws Conflict when the proposals are not the department's to change now
     */
    @Transactional
    public ProposalImportPreview paste(Place place, String cells) {
        return keep(place, new ProposalUploads.Waiting(cells.getBytes(java.nio.charset.StandardCharsets.UTF_8), true));
    }

    private ProposalImportPreview keep(Place place, ProposalUploads.Waiting waiting) {
        proposals.editable(place.cycle(), place.department());
        ProposalImportPreview preview = preview(place, waiting);
        uploads.keep(place.cycle(), place.department(), place.by(), waiting);
        return preview;
    }

    /** What the person's waiting table would do now; empty where none waits. */
    public Optional<ProposalImportPreview> pending(Place place) {
        return uploads.of(place.cycle(), place.department(), place.by()).map(waiting -> preview(place, waiting));
    }

    /**
     * Stores the waiting table.
     *
     * @param fingerprint of the preview that the person saw
     * @param onlyRight true to store the right rows though others are wrong
     * @throws Conflict when none waits, it would now do something else than was seen, rows are wrong and not to be left
     *     out, or the proposals are not the department's to change now
     */
    @Transactional
    public Stored confirm(Place place, String fingerprint, Doubles doubles, boolean onlyRight) {
        proposals.editable(place.cycle(), place.department());
        ProposalImportPreview preview = pending(place).orElseThrow(() -> new Conflict("problem.proposalImport.gone"));
        if (!preview.fingerprint().equals(fingerprint) || (!preview.problems().isEmpty() && !onlyRight)) {
            throw new Conflict("problem.proposalImport.old");
        }
        int added = add(place, preview.of(Effect.NEW));
        int changed = doubles == Doubles.UPDATE ? change(place, preview.of(Effect.CHANGED)) : 0;
        cancel(place);
        return new Stored(added, changed);
    }

    /** Forgets the waiting table. */
    @Transactional
    public void cancel(Place place) {
        uploads.forget(place.cycle(), place.department(), place.by());
    }

    private int add(Place place, List<Row> rows) {
        List<MeasureContent> contents = rows.stream().map(Row::required).toList();
        List<MeasureId> ids = batch.insert(place.cycle(), place.department(), contents, place.by());
        Map<String, Map<String, Object>> told = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            told.put("measure:" + ids.get(i), MeasureChange.of(contents.get(i)));
        }
        record(place, "measure.imported", told);
        return ids.size();
    }

    private int change(Place place, List<Row> rows) {
        List<Measure> changed =
                rows.stream().map(row -> row.stored().revise(row.required())).toList();
        batch.update(changed, place.by());
        Map<String, Map<String, Object>> told = new LinkedHashMap<>();
        for (int i = 0; i < changed.size(); i++) {
            told.put(
                    "measure:" + changed.get(i).id(),
                    MeasureChange.between(rows.get(i).stored(), changed.get(i)));
        }
        record(place, "measure.changed", told);
        return changed.size();
    }

    private void record(Place place, String action, Map<String, Map<String, Object>> told) {
        audit.recordAll(cycles.get(place.cycle()).municipality(), place.cycle().value(), action, told);
    }

    private ProposalImportPreview preview(Place place, ProposalUploads.Waiting waiting) {
        Cycle cycle = cycles.get(place.cycle());
        int planYear = cycle.year() + 1;
        ProposalChoices choices =
                new ProposalChoices(words, goals.list(cycle.id()), people.of(cycle.municipality()), place.indicators());
        return new ProposalRows(
                        sheet(waiting, planYear),
                        planYear,
                        words,
                        choices,
                        measures.of(place.cycle(), place.department()))
                .read();
    }

    private Sheet sheet(ProposalUploads.Waiting waiting, int planYear) {
        if (!waiting.pasted()) {
            return SheetReader.read("file", waiting.content());
        }
        List<String> headers = Arrays.stream(ProposalColumn.values())
                .map(column -> words.header(column, planYear, Languages.FINNISH))
                .toList();
        return SheetReader.pasted("pasted", waiting.content(), headers, words.headers(ProposalColumn.TITLE, planYear));
    }
}
