package fi.hytekello.document;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.County;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.OfficeMail;
import fi.hytekello.notification.Outbox;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends published documents to the wellbeing services county and keeps the proof (järjestämislaki 612/2021 § 6). */
@Service("countyDeliveries")
public class CountyDeliveries {

    private final DeliveryTable table;
    private final PublishedDocuments published;
    private final Counties counties;
    private final Outbox outbox;
    private final Cycles cycles;
    private final AuditTrail audit;

    CountyDeliveries(
            DeliveryTable table,
            PublishedDocuments published,
            Counties counties,
            Outbox outbox,
            Cycles cycles,
            AuditTrail audit) {
        this.table = table;
        this.published = published;
        this.counties = counties;
        this.outbox = outbox;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** The oldest first. */
    public List<CountyDelivery> of(CycleId cycle) {
        return table.of(cycle);
    }

    /**
     * Sends the newest versions, in the county's language. A municipality without a county has nobody to send to.
     *
     * @throws Conflict while no address of the county is known
     */
    @Transactional
    public void request(CycleId id, DocumentKind occasion, List<DocumentKind> kinds, Username by) {
        Cycle cycle = cycles.get(id);
        counties.of(cycle.municipality()).ifPresent(county -> send(cycle, county, occasion, kinds, by));
    }

    /**
     * Sends once more what an earlier delivery brought, to the address that is known now.
     *
     * @throws NotFound when there is no such delivery in this cycle
     */
    @Transactional
    public void again(CycleId id, UUID delivery, Username by) {
        CountyDelivery earlier = table.of(id).stream()
                .filter(one -> one.id().equals(delivery))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.delivery.unknown"));
        List<DocumentKind> kinds = earlier.documents().stream()
                .map(PublishedDocument::kind)
                .distinct()
                .toList();
        request(id, earlier.kind(), kinds, by);
    }

    /**
     * Where the municipality writes to from now on; what waits in the outbox keeps its address.
     *
     * @throws InvalidInput when it is no mail address
     */
    @Transactional
    public void writeTo(CycleId id, String email) {
        Cycle cycle = cycles.get(id);
        counties.writeTo(cycle.municipality(), email);
        audit.record(
                cycle.municipality(),
                id.value(),
                "county.addressChanged",
                "municipality:" + cycle.municipality(),
                Map.of());
    }

    private void send(Cycle cycle, County county, DocumentKind occasion, List<DocumentKind> kinds, Username by) {
        String address = county.email();
        if (address == null) {
            throw new Conflict("problem.delivery.address");
        }
        List<PublishedDocument> documents = newest(cycle.id(), county, kinds);
        UUID delivery = UUID.randomUUID();
        UUID mail = outbox.add(new OfficeMail(
                CountyAddress.key(county),
                address,
                county.language(),
                cycle.municipality(),
                cycle.id(),
                NotificationKind.COUNTY_DELIVERY,
                "delivery:" + delivery,
                Map.of()));
        table.insert(delivery, cycle.id(), occasion, county.code(), mail, documents, by);
        audit.record(
                cycle.municipality(),
                cycle.id().value(),
                "county.deliveryRequested",
                "delivery:" + delivery,
                Map.of(
                        "documents",
                        documents.stream().map(PublishedDocument::sha256).toList()));
    }

    private List<PublishedDocument> newest(CycleId cycle, County county, List<DocumentKind> kinds) {
        List<PublishedDocument> candidates = published.of(cycle).stream()
                .filter(document -> document.format() == Format.PDF && kinds.contains(document.kind()))
                .filter(document -> document.language().equals(county.language()))
                .toList();
        return candidates.stream()
                .filter(document -> candidates.stream()
                        .noneMatch(other -> other.kind() == document.kind() && other.version() > document.version()))
                .toList();
    }
}
