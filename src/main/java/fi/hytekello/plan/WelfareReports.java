package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.Publication;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.DecisionMade;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly welfare report to the council (järjestämislaki 612/2021 § 6) and its versions. */
@Service
public class WelfareReports {

    private static final int LONGEST_TEXT = 20_000;

    private final ReportTable table;
    private final Chapters chapters;
    private final Documents documents;
    private final Decisions decisions;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WelfareReports(
            ReportTable table,
            Chapters chapters,
            Documents documents,
            Decisions decisions,
            Cycles cycles,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.chapters = chapters;
        this.documents = documents;
        this.decisions = decisions;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The newest version. @throws NotFound while there is none */
    public WelfareReport current(CycleId cycle) {
        int number = documents
                .currentNumber(cycle, Subject.WELFARE_REPORT)
                .orElseThrow(() -> new NotFound("problem.report.unknown"));
        return at(cycle, number);
    }

    /** @throws NotFound when there is no version of that number */
    public WelfareReport at(CycleId cycle, int number) {
        return table.find(cycle, number).orElseThrow(() -> new NotFound("problem.report.unknown"));
    }

    /**
     * Writing begins: opens the first version, and the next one where the newest was already submitted, so that a
     * version somebody has decided on is never overwritten (domain chapter 2.6). Safe to call again.
     */
    @Transactional
    public void beginDraft(CycleId cycle) {
        documents.ensureOpen(cycle, Subject.WELFARE_REPORT);
        if (current(cycle).submitted()) {
            documents.openNext(cycle, Subject.WELFARE_REPORT);
        }
    }

    @EventListener
    void versionOpened(Documents.VersionOpened opened) {
        if (opened.subject() == Subject.WELFARE_REPORT) {
            chapters.ensure(opened.cycle());
            table.open(opened.cycle(), opened.previous(), opened.number());
        }
    }

    /** A version that somebody has decided on never changes, also where it was opened by a return and not rewritten. */
    @EventListener
    void decided(DecisionMade made) {
        Integer number = made.decision().versionNumber();
        if (made.decision().subject() == Subject.WELFARE_REPORT && number != null) {
            table.submitted(made.decision().cycle(), number);
        }
    }

    /** All versions, the oldest first. */
    public List<ReportVersion> versions(CycleId cycle) {
        return table.versions(cycle);
    }

    /**
     * Saves a section of the newest version.
     *
     * @param version the version of the section that the writer saw
     * @throws Conflict when somebody changed the section after that, or the draft is already submitted
     * @throws InvalidInput when the text is too long
     */
    @Transactional
    public WelfareReport.Text write(CycleId cycle, ReportSection section, String text, int version) {
        String written = text.replace("\r\n", "\n").strip();
        WelfareReport report = current(cycle);
        WelfareReport.Text before = report.text(section);
        if (written.length() > LONGEST_TEXT) {
            throw new InvalidInput(
                    section.field(), "problem.chapter.long", heading(before), LONGEST_TEXT, written.length());
        }
        if (report.submitted()) {
            throw new Conflict("problem.report.submitted");
        }
        if (written.equals(before.text())) {
            return before;
        }
        if (!table.write(cycle, report.number(), section, written, version)) {
            throw new Conflict("problem.report.changed");
        }
        audit(cycle, "report.written", Map.of("number", report.number(), "section", section.key()));
        return new WelfareReport.Text(section, before.heading(), before.obligatory(), written, version + 1);
    }

    /** The draft is ready. @throws InvalidInput naming the first section that is missing */
    @Transactional
    public void submit(CycleId cycle) {
        WelfareReport report = current(cycle);
        for (WelfareReport.Text text : report.texts()) {
            if (text.obligatory() && text.text().isBlank()) {
                throw new InvalidInput(text.section().field(), "problem.chapter.missing", heading(text));
            }
        }
        table.submitted(cycle, report.number());
        audit(cycle, "report.submitted", Map.of("number", report.number()));
    }

    private static String heading(WelfareReport.Text text) {
        return text.heading(LocaleContextHolder.getLocale());
    }

    /** The wellbeing group accepts or returns the draft. @throws InvalidInput when a return has no comment */
    @Transactional
    public void groupDecides(CycleId cycle, boolean accepted, @Nullable String comment, Username by) {
        decisions.record(DecisionDraft.ofOfficial(
                cycle,
                Subject.WELFARE_REPORT,
                DecidedBy.WELLBEING_GROUP,
                null,
                accepted ? Outcome.APPROVED : Outcome.RETURNED,
                comment,
                by));
    }

    /**
     * The report is public from today; its documents are frozen and sent to the county (järjestämislaki 612/2021 § 6).
     *
     * @param at address of the municipality's own publication, null where there is none besides our public page
     * @throws InvalidInput when the address is no web address
     */
    @Transactional
    public void published(CycleId cycle, @Nullable String at, Username by) {
        Publication.check(at);
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        table.published(cycle, today, at);
        audit(cycle, "report.published", at == null ? Map.of() : Map.of("at", at));
        events.publishEvent(new ReportPublished(cycle, by));
    }

    /** The council has accepted the report. Safe to call again. */
    @Transactional
    public void accepted(CycleId cycle) {
        table.ended(cycle, "ACCEPTED");
        audit(cycle, "report.accepted", Map.of());
    }

    /** The manager or an elected body has rejected the report. Safe to call again. */
    @Transactional
    public void rejected(CycleId cycle) {
        table.ended(cycle, "REJECTED");
        audit(cycle, "report.rejected", Map.of());
    }

    private void audit(CycleId cycle, String action, Map<String, ?> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "welfare-report:" + cycle, details);
    }
}
