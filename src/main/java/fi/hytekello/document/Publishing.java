package fi.hytekello.document;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.PlanPublished;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.ReportPublished;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Freezes the documents when they are published, in the transaction of the task that publishes them. */
@Service
class Publishing {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH);

    private final DocumentAssembly assembly;
    private final DocumentRenderer renderer;
    private final PublishedDocuments published;
    private final CountyDeliveries deliveries;
    private final Cycles cycles;
    private final AuditTrail audit;

    Publishing(
            DocumentAssembly assembly,
            DocumentRenderer renderer,
            PublishedDocuments published,
            CountyDeliveries deliveries,
            Cycles cycles,
            AuditTrail audit) {
        this.assembly = assembly;
        this.renderer = renderer;
        this.published = published;
        this.deliveries = deliveries;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** The statements freeze with the version of the report that the council accepted after reading them. */
    @EventListener
    void reportPublished(ReportPublished event) {
        publish(
                event.cycle(),
                DocumentKind.WELFARE_REPORT,
                List.of(DocumentKind.WELFARE_REPORT, DocumentKind.STATEMENT_APPENDIX),
                event.by());
    }

    /** The annex freezes with the plan whose sums it proves. */
    @EventListener
    void planPublished(PlanPublished event) {
        publish(
                event.cycle(),
                DocumentKind.WELFARE_PLAN,
                List.of(DocumentKind.WELFARE_PLAN, DocumentKind.BUDGET_ANNEX),
                event.by());
    }

    private void publish(CycleId cycle, DocumentKind occasion, List<DocumentKind> kinds, Username by) {
        List<DocumentKind> available = assembly.available(cycle);
        kinds.stream().filter(available::contains).forEach(kind -> freeze(cycle, kind, by));
        deliveries.request(cycle, occasion, kinds, by);
    }

    private void freeze(CycleId id, DocumentKind kind, Username by) {
        int version = assembly.version(id, kind);
        int frozen = 0;
        for (Locale language : LANGUAGES) {
            Document document = assembly.assemble(id, kind, language, false);
            for (Format format : Format.values()) {
                byte[] content = renderer.render(document, format);
                frozen += published.freeze(id, kind, version, document, format, content, by) ? 1 : 0;
            }
        }
        Cycle cycle = cycles.get(id);
        audit.record(
                cycle.municipality(),
                id.value(),
                "document.published",
                "document:" + kind.slug() + ":" + version,
                Map.of("files", frozen));
    }
}
