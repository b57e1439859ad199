package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** October: finance brings in lines and frames and links the measures, one department mends its excess, the manager decides. */
final class Budgeting {

    static final String LEFT_OUT = "Yritysten hyvinvointikumppanuus";
    static final String LEFT_OUT_REASON = "Toteutetaan valtionavustuksella.";
    static final String LESS = "Digituki kirjastolla ja kyläkeskuksissa";
    static final String DEAREST = "Monitoimikenttä koulun pihaan";

    private static final String LINK = "Kytke toimenpiteet talousarvioon";
    private static final String READY = "Esitys on valmis hallitukselle";
    private static final String DECIDE = "Päätä toimenpiteistä";

    private final TownHall hall;

    Budgeting(TownHall hall) {
        this.hall = hall;
    }

    /** A file with an unknown department is refused as a whole; the mended one is shown before it is stored. */
    void financeBringsInLinesAndFrames() {
        PersonsWindow finance = hall.at("talousjohtaja").open(hall.cyclePath() + "/budget");
        byte[] lines = Workbooks.of("budget-lines.csv");
        byte[] wrong = Workbooks.edit(lines, sheet -> sheet.getRow(2).getCell(3).setCellValue("Siivistys"));
        upload(finance, "lines", wrong)
                .press("Tarkista kohdat", "Mitään ei tallennettu. Korjaa tiedostosta virhe")
                .says("Rivi 3: ”Toimiala”: toimialaa ”Siivistys” ei ole.");
        finance.open(hall.cyclePath() + "/budget");
        upload(finance, "lines", lines)
                .press("Tarkista kohdat", "Tarkista talousarviokohtien muutokset")
                .press("Tallenna nämä muutokset", "Talousarviokohdat on tallennettu.");
        upload(finance, "frames", Workbooks.of("budget-frames.csv"))
                .press("Tarkista kehykset", "Tarkista kehysten muutokset")
                .press("Tallenna nämä muutokset", "Kehykset on tallennettu.");
        finance.page()
                .locator(".goals li")
                .filter(new Locator.FilterOptions().setHasText("Lasten ja nuorten mielen hyvinvointi"))
                .getByRole(AriaRole.BUTTON)
                .click();
        finance.says("Tavoite on merkitty sitovaksi.");
    }

    /** What the departments suggested is linked at once, the rest by hand. */
    void financeLinks() {
        PersonsWindow finance = hall.at("talousjohtaja").openTask(LINK);
        finance.press("Lähetä", "Kenttä ”Talousarviokohta” puuttuu")
                .press("Kytke ehdotusten mukaan", "Ehdotusten mukaan kytkettiin")
                .says(
                        "Tekninen, kehys: kytketty 86\u00a0500,00\u00a0€, kehys 70\u00a0000,00\u00a0€, ylitys 16\u00a0500,00\u00a0€");
        Locator rest =
                finance.page().locator("tr.autosaved").filter(new Locator.FilterOptions().setHasText("Kytkemättä"));
        for (Locator row : rest.all()) {
            row.getByLabel("Talousarviokohta").selectOption("none");
            assertThat(row.getByRole(AriaRole.STATUS)).containsText("Ei kustannuksia");
        }
        finance.complete();
    }

    /** Sixteen and a half thousand too much: the dearest measure gives it up. */
    void technicalLowersItsDearest() {
        PersonsWindow contact = hall.at("tekninen").openTask("Sovita toimenpiteet kehykseen");
        Locator row = row(contact, DEAREST);
        row.getByLabel("Summaa pienennetään").check();
        row.getByLabel("Uusi summa (€)").fill("9500");
        contact.complete();
    }

    void financeLooksAgain() {
        hall.at("talousjohtaja").openTask(LINK).complete();
    }

    /** A measure stands on the wrong line: the manager sends the links back, and finance mends that one. */
    void managerReturnsTheLinks() {
        hall.at("kunnanjohtaja")
                .openTask(DECIDE)
                .check("Palautan kytkennät taloudelle")
                .press("Lähetä", "Kenttä ”Perustelu” on pakollinen")
                .fill("Perustelu", "Yhteiskyydit kuuluvat työllisyyden palveluihin.")
                .complete();
        PersonsWindow finance = hall.at("talousjohtaja").openTask(LINK).says("Yhteiskyydit kuuluvat");
        Locator row = row(finance, "Yhteiskyydit harrastuksiin");
        row.getByLabel("Talousarviokohta")
                .selectOption(new SelectOption().setLabel("4390 / 5100 Työllisyyden palvelut"));
        assertThat(row.getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        finance.complete();
    }

    /** One is left out with a reason, one gets less, all others are included at once. */
    void managerDecides() {
        PersonsWindow manager = hall.at("kunnanjohtaja").openTask(DECIDE).check(READY);
        Locator out = row(manager, LEFT_OUT);
        out.getByLabel("Jätetään pois").check();
        manager.press("Lähetä", "puuttuu");
        row(manager, LEFT_OUT).getByLabel("Perustelu pois jättämiselle").fill(LEFT_OUT_REASON);
        assertThat(row(manager, LEFT_OUT).getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        Locator less = row(manager, LESS);
        less.getByLabel("Otetaan mukaan muutettuna").check();
        less.getByLabel("Summa talousarviossa (€)").fill("4000");
        assertThat(less.getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        manager.press("Ota muut mukaan sellaisinaan", "Mukaan otettiin 38 toimenpidettä.")
                .check(READY)
                .fill("Perustelu", "Esitys on kehyksen mukainen.")
                .complete();
    }

    /** After a return the choices stand as they were; one changes. */
    void managerDecidesAgain() {
        PersonsWindow manager =
                hall.at("kunnanjohtaja").openTask(DECIDE).says("Esityksen versio 2.", Deciding.TOO_LITTLE);
        Locator row = row(manager, LESS);
        row.getByLabel("Summa talousarviossa (€)").fill("4500");
        assertThat(row.getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        manager.check(READY).complete();
    }

    static Locator row(PersonsWindow window, String measure) {
        return window.page().locator("tr.autosaved").filter(new Locator.FilterOptions().setHasText(measure));
    }

    private static PersonsWindow upload(PersonsWindow finance, String kind, byte[] file) {
        return finance.attach(finance.page().locator("#file-" + kind), kind + ".xlsx", file);
    }
}
