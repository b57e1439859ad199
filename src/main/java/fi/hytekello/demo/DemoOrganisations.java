package fi.hytekello.demo;

import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.demo.simulation.DemoTable;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The organisations of Kanta-Häme in the demo: its municipalities and those of {@code demo/organisations.csv}, by their
 * official names, with invented addresses of their posts.
 */
final class DemoOrganisations {

    /** Since then the municipalities of Kanta-Häme are those of today. */
    private static final LocalDate MUNICIPALITIES_SINCE = LocalDate.of(2009, 1, 1);

    private DemoOrganisations() {}

    static List<OrganisationDraft> of(List<Municipality> municipalities) {
        return Stream.concat(
                        municipalities.stream().map(DemoOrganisations::municipality),
                        DemoTable.read("organisations.csv").stream().map(DemoOrganisations::other))
                .toList();
    }

    private static OrganisationDraft municipality(Municipality one) {
        String domain = "@" + DemoPeople.place(one) + ".example";
        String head = one.city() ? "kaupunginjohtaja" : "kunnanjohtaja";
        return new OrganisationDraft(
                OrganisationKind.MUNICIPALITY,
                one.nameFi(),
                one.nameSv(),
                Languages.FINNISH,
                "kirjaamo" + domain,
                "hyvinvointikoordinaattori" + domain,
                one.city() ? "Kaupunginjohtaja" : "Kunnanjohtaja",
                one.city() ? "Stadsdirektör" : "Kommundirektör",
                head + domain,
                one.code(),
                MUNICIPALITIES_SINCE,
                null);
    }

    private static OrganisationDraft other(DemoTable.Row row) {
        String domain = "@" + row.get("place") + ".example";
        String until = row.get("valid_until");
        return new OrganisationDraft(
                OrganisationKind.valueOf(row.get("kind")),
                row.get("name_fi"),
                row.get("name_sv"),
                Languages.FINNISH,
                "kirjaamo" + domain,
                "asiantuntija" + domain,
                row.get("title_fi"),
                row.get("title_sv"),
                "johto" + domain,
                null,
                LocalDate.parse(row.get("valid_from")),
                until.isEmpty() ? null : LocalDate.parse(until));
    }
}
