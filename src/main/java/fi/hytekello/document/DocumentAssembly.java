package fi.hytekello.document;

import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.document.Document.Fact;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.plan.Goals;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a year's documents together from what the features know now. */
@Service
public class DocumentAssembly {

    private final Cycles cycles;
    private final Municipalities municipalities;
    private final Documents versions;
    private final Decisions decisions;
    private final Goals goals;
    private final BudgetAnnexes annexes;
    private final ReportSections report;
    private final PlanSections plan;
    private final AnnexSections annex;
    private final StatementSections statements;
    private final OfficeWords offices;
    private final Dates dates;
    private final Clock clock;

    DocumentAssembly(
            Cycles cycles,
            Municipalities municipalities,
            Documents versions,
            Decisions decisions,
            Goals goals,
            BudgetAnnexes annexes,
            ReportSections report,
            PlanSections plan,
            AnnexSections annex,
            StatementSections statements,
            OfficeWords offices,
            Dates dates,
            Clock clock) {
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.versions = versions;
        this.decisions = decisions;
        this.goals = goals;
        this.annexes = annexes;
        this.report = report;
        this.plan = plan;
        this.annex = annex;
        this.statements = statements;
        this.offices = offices;
        this.dates = dates;
        this.clock = clock;
    }

    /** The documents that can be put together now. */
    public List<DocumentKind> available(CycleId cycle) {
        return Stream.of(DocumentKind.values())
                .filter(kind -> switch (kind) {
                    case WELFARE_REPORT ->
                        versions.currentNumber(cycle, Subject.WELFARE_REPORT).isPresent();
                    case WELFARE_PLAN -> !goals.list(cycle).isEmpty();
                    case BUDGET_ANNEX -> annexes.find(cycle).isPresent();
                    case STATEMENT_APPENDIX -> statements.isThere(cycle);
                })
                .toList();
    }

    /** Number of the version that a document would have now, from 1. */
    int version(CycleId cycle, DocumentKind kind) {
        return versions.currentNumber(cycle, kind.subject()).orElse(1);
    }

    /**
     * @param language Finnish or Swedish
     * @param draft false for the document to be published
     * @throws NotFound when there is nothing yet to make it of
     */
    @Transactional(readOnly = true)
    public Document assemble(CycleId id, DocumentKind kind, Locale language, boolean draft) {
        if (!available(id).contains(kind)) {
            throw new NotFound("problem.document.unknown");
        }
        Cycle cycle = cycles.get(id);
        Municipality place = municipalities.get(cycle.municipality());
        Words words =
                new Words(offices, place.city(), dates, language, municipalities.writingLanguage(cycle.municipality()));
        String municipality = place.name(language);
        Map<DepartmentCode, String> departments = new LinkedHashMap<>();
        for (Department department : municipalities.departments(cycle.municipality())) {
            departments.put(department.code(), department.name(language));
        }
        List<Section> sections = switch (kind) {
            case WELFARE_REPORT -> report.of(cycle, departments, municipality, words);
            case WELFARE_PLAN -> plan.of(cycle, departments, words);
            case BUDGET_ANNEX -> annex.of(cycle, departments, words);
            case STATEMENT_APPENDIX -> statements.of(id, words);
        };
        return new Document(
                language,
                municipality,
                title(cycle, kind, words),
                draft ? words.text("document.draft") : null,
                words.text("document.contents"),
                facts(cycle, kind, words),
                sections);
    }

    /** The report and its appendix tell of their own year; plan and annex are of the next. */
    private static String title(Cycle cycle, DocumentKind kind, Words words) {
        int year = kind.subject() == Subject.WELFARE_REPORT ? cycle.year() : cycle.year() + 1;
        return words.text("document.title." + kind, Integer.toString(year));
    }

    private List<Fact> facts(Cycle cycle, DocumentKind kind, Words words) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("version", Integer.toString(version(cycle.id(), kind)), words));
        facts.add(fact("date", words.date(LocalDate.now(clock.withZone(Finland.ZONE))), words));
        decisions
                .latest(cycle.id(), kind.subject(), DecidedBy.COUNCIL, null)
                .filter(decision -> decision.outcome().isFavourable())
                .ifPresent(decision -> facts.add(fact(
                        "council",
                        decision.section() == null
                                ? words.date(decision.decidedOn())
                                : words.date(decision.decidedOn()) + ", " + decision.section(),
                        words)));
        if (words.isForeign(words.written())) {
            facts.add(fact(
                    "written", words.text("document.written." + words.written().getLanguage()), words));
        }
        return facts;
    }

    private static Fact fact(String label, String value, Words words) {
        return new Fact(words.text("document.fact." + label), Text.of(value));
    }
}
