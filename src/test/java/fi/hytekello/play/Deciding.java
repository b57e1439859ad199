package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;

/** November and December: the secretary records what board and council decide, in the Tasklist. */
final class Deciding {

    static final String RETURNED = "Palautettiin uudelleen valmisteltavaksi";
    static final String APPROVED = "Hyväksyttiin";
    static final String AMENDED = "Hyväksyttiin muutettuna";
    static final String TOO_LITTLE = "Digitukeen esitetään liian vähän.";
    static final String CUT = "Talous- ja velkaneuvonnan päivystys";
    static final String CHANGED = "Kouluvalmentaja kaikille yläluokille";

    private final TownHall hall;
    private final PlayedTime time;

    Deciding(TownHall hall, PlayedTime time) {
        this.hall = hall;
        this.time = time;
    }

    void board(String outcome, String comment) {
        record("kunnanhallitus", outcome, comment);
    }

    void council(String outcome, String comment) {
        record("valtuusto", outcome, comment);
    }

    private void record(String body, String outcome, String comment) {
        LocalDate today = time.today();
        Tasklist.in(hall.at("hallintosihteeri"))
                .open("Kirjaa päätös", body + " · hyvinvointisuunnitelma ja talousarvio")
                .record(new Tasklist.Minutes(outcome, today, "§ " + today.getDayOfYear(), comment));
    }

    /** What the council changed: one sum and one measure less. */
    void financeRecordsTheCouncilsChanges() {
        PersonsWindow finance = hall.at("talousjohtaja").openTask("Kirjaa valtuuston muutokset");
        Locator changed = Budgeting.row(finance, CHANGED);
        changed.getByLabel("Valtuusto muutti summan").check();
        changed.getByLabel("Valtuuston myöntämä summa (€)").fill("20000");
        assertThat(changed.getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        Locator cut = Budgeting.row(finance, CUT);
        cut.getByLabel("Valtuusto jätti pois").check();
        cut.getByLabel("Valtuuston perustelu pois jättämiselle")
                .fill("Palvelu hankitaan yhdessä naapurikunnan kanssa.");
        assertThat(cut.getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        finance.complete();
    }
}
