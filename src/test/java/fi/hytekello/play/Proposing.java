package fi.hytekello.play;

import com.microsoft.playwright.Locator;
import fi.hytekello.municipality.Languages;
import java.nio.charset.StandardCharsets;

/** August and September: six departments propose 40 measures from spreadsheets, and every return happens once. */
final class Proposing {

    private static final String PROPOSE = "Ehdota toimenpiteet";
    private static final String ASSESSED = "Kevyen liikenteen väylien talvihoito ensin";
    private static final String SHEET = "Lataa, täytä ja tuo taulukkona (.xlsx, .csv tai liittämällä)";
    static final int YEAR = 2028;

    private final TownHall hall;
    private final ProposalSheets sheets;
    private final ProposalSheets.Sort finnish;
    private final ProposalSheets.Sort swedish;

    Proposing(TownHall hall, ProposalSheets sheets) {
        this.hall = hall;
        this.sheets = sheets;
        this.finnish = new ProposalSheets.Sort(YEAR, Languages.FINNISH, hall::username);
        this.swedish = new ProposalSheets.Sort(YEAR, Languages.SWEDISH, hall::username);
    }

    /** Wrong rows are told and nothing is stored; the mended file is. */
    void educationMendsItsFile() {
        PersonsWindow contact = hall.at("sivistys").openTask(PROPOSE);
        contact.unfold(SHEET);
        byte[] right = sheets.fill(contact.download("Lataa pohja (.xlsx)"), PlannedMeasures.of("education"), finnish);
        byte[] wrong = Workbooks.edit(right, sheet -> {
            sheet.getRow(1).getCell(2).setCellValue("rehtori.toisaalla");
            sheet.getRow(3).getCell(6).setCellValue("paljon");
        });
        contact.attach("Tiedosto", "ehdotukset.xlsx", wrong)
                .press("Tarkista tiedosto", "Uusia 5, muuttuvia 0, ennallaan 0, virheellisiä 2.")
                .says("Rivi 2: Kenttä ”Vastuuhenkilö”", "Rivi 4: Kentän ”Euroa talousarviovuonna”")
                .press("Palaa tallentamatta", "Ehdotuksia 0");
        upload(contact, "ehdotukset.xlsx", right, 7);
        contact.says("Ehdotuksia 7, yhteensä 43\u00a0200,50\u00a0€. Keskeneräisiä rivejä 7.");
        affectNothing(contact, 7);
        contact.complete();
    }

    /** A measure from a red indicator waits already: its row is filled in among the others. */
    void wellbeingFillsInWhatItHas() {
        PersonsWindow contact = hall.at("hyvinvointi").openTask(PROPOSE);
        contact.unfold(SHEET);
        byte[] filled = Workbooks.edit(
                sheets.fill(contact.download("Lataa nykyiset rivit (.xlsx)"), PlannedMeasures.of("wellbeing"), finnish),
                sheet -> ProposalSheets.complete(sheet.getRow(1), sheet.getRow(3)));
        contact.attach("Tiedosto", "ehdotukset.xlsx", filled)
                .press("Tarkista tiedosto", "Uusia 6, muuttuvia 1, ennallaan 0, virheellisiä 0.")
                .press("Tallenna rivit ehdotuksiin", "Taulukosta lisättiin 6 ja päivitettiin 1 riviä.");
        affectNothing(contact, 7);
        contact.complete();
    }

    /** One measure touches many residents: it is assessed in short before the proposals can leave. */
    void technicalAssessesOneMeasure() {
        PersonsWindow contact = hall.at("tekninen").openTask(PROPOSE);
        contact.unfold(SHEET);
        upload(
                contact,
                "ehdotukset.xlsx",
                sheets.fill(contact.download("Lataa pohja (.xlsx)"), PlannedMeasures.of("technical"), finnish),
                7);
        assess(contact);
        affectNothing(contact, 6);
        contact.complete();
    }

    /** A file of comma separated values does as well. */
    void administrationSendsPlainText() {
        PersonsWindow contact = hall.at("hallinto").openTask(PROPOSE);
        contact.unfold(SHEET);
        String file = sheets.text(PlannedMeasures.of("administration"), ";", finnish);
        upload(contact, "ehdotukset.csv", file.getBytes(StandardCharsets.UTF_8), 6);
        affectNothing(contact, 6);
        contact.complete();
    }

    void vitalityFillsInTheTemplate() {
        PersonsWindow contact = hall.at("elinvoima").openTask(PROPOSE);
        contact.unfold(SHEET);
        upload(
                contact,
                "ehdotukset.xlsx",
                sheets.fill(contact.download("Lataa pohja (.xlsx)"), PlannedMeasures.of("vitality"), finnish),
                7);
        affectNothing(contact, 7);
        contact.complete();
    }

    /** Cells copied from a Swedish spreadsheet, in a Swedish browser. */
    void culturePastesCells() {
        PersonsWindow contact = hall.inSwedish("kulttuuri").openTask("Föreslå åtgärder");
        contact.unfold("Ladda ner, fyll i och hämta in som tabell");
        contact.fill("Klistra in från ett kalkylblad", sheets.text(PlannedMeasures.of("culture"), "\t", swedish))
                .press("Granska de inklistrade raderna", "Nya 6")
                .press("Spara raderna bland förslagen", "Från tabellen lades 6 rader till");
        contact.button("Markera alla").click();
        contact.press("Spara svaret för de valda", "Svaret har sparats: 6 åtgärder.")
                .press("Skicka", "Uppgiften är klar");
    }

    private static void upload(PersonsWindow contact, String name, byte[] file, int rows) {
        contact.unfold(SHEET);
        contact.attach("Tiedosto", name, file)
                .press("Tarkista tiedosto", "Uusia %d, muuttuvia 0, ennallaan 0, virheellisiä 0.".formatted(rows))
                .press(
                        "Tallenna rivit ehdotuksiin",
                        "Taulukosta lisättiin %d ja päivitettiin 0 riviä.".formatted(rows));
    }

    static void affectNothing(PersonsWindow contact, int rows) {
        contact.button("Merkitse kaikki").click();
        contact.press("Tallenna vastaus valituille", "Vastaus tallennettiin: %d toimenpidettä.".formatted(rows))
                .says("Keskeneräisiä rivejä 0.");
    }

    /** The short assessment of a measure that touches many: five viewpoints of the proposal and of doing nothing. */
    private static void assess(PersonsWindow contact) {
        contact.page()
                .locator("table a")
                .filter(new Locator.FilterOptions().setHasText(ASSESSED))
                .click();
        contact.follow("Selvitä, tarvitaanko ennakkoarviointi")
                .check("Suureen määrään asukkaita, tiettyyn väestöryhmään tai alueeseen")
                .says("lyhyt arvio: kesken");
        Locator parts = contact.page().locator(".impact-matrix .card[id^=effect]");
        for (Locator part : parts.all()) {
            part.getByLabel("Vaikutuksen suunta").selectOption("POSITIVE");
            part.getByLabel("Lyhyellä aikavälillä").fill("Liukastumisia on vähemmän.");
        }
        contact.fill("Johtopäätös", "Toteutetaan: hyöty on kustannusta suurempi.")
                .press("Takaisin ehdotuksiin", "Keskeneräisiä rivejä 6.");
    }

    /** Another deputy for all rows, by the sheet of the rows as they stand. */
    void technicalNamesAnotherDeputy(String deputy) {
        PersonsWindow contact = hall.at("tekninen").openTask(PROPOSE);
        contact.unfold(SHEET);
        byte[] changed = Workbooks.edit(contact.download("Lataa nykyiset rivit (.xlsx)"), sheet -> {
            for (int row = 1; row <= 7; row++) {
                sheet.getRow(row).getCell(3).setCellValue(hall.username(deputy));
            }
        });
        contact.attach("Tiedosto", "ehdotukset.xlsx", changed)
                .press("Tarkista tiedosto", "Uusia 0, muuttuvia 7, ennallaan 0, virheellisiä 0.")
                .press("Tallenna rivit ehdotuksiin", "Taulukosta lisättiin 0 ja päivitettiin 7 riviä.")
                .complete();
    }

    /** The department sends its proposals again, having read what they were returned for. */
    void again(String contact, String comment) {
        hall.at(contact).openTask(PROPOSE).says(comment).complete();
    }

    void cultureAgain(String comment) {
        hall.inSwedish("kulttuuri").openTask("Föreslå åtgärder").says(comment).press("Skicka", "Uppgiften är klar");
    }
}
