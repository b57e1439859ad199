package fi.hytekello.play;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Owners and deputies confirm their part, each in a task of the own; one refuses, for one the department does not wait. */
final class Promising {

    private static final String CONFIRM = "Vahvista vastuusi toimenpiteistä";
    private static final String ALL = "Vahvistan vastuuni kaikista";
    private static final String REFUSED = "Maahanmuuttajien mentorointi";
    private static final String REASON = "Työaikani on sidottu kuntakokeiluun.";

    private final TownHall hall;
    private final Mailbox mails;

    Promising(TownHall hall, Mailbox mails) {
        this.hall = hall;
        this.mails = mails;
    }

    /** The link of the mail leads to the own task. */
    void confirmByMail(String post) {
        hall.at(post).open(mails.link(hall.address(post), CONFIRM)).check(ALL).complete();
    }

    /** One who is named by several departments finds each task in the own list. */
    void confirmFromList(String post, String department) {
        hall.at(post).openTask(CONFIRM, department).check(ALL).complete();
    }

    void confirmInSwedish(String post) {
        hall.inSwedish(post)
                .openTask("Bekräfta ditt ansvar för åtgärderna")
                .check("Jag bekräftar mitt ansvar för alla")
                .press("Skicka", "Uppgiften är klar");
    }

    void confirmInTasklist(String post, String department) {
        Tasklist tasklist = Tasklist.in(hall.at(post)).open(CONFIRM, department);
        tasklist.frame().getByLabel(ALL).check();
        tasklist.complete();
    }

    /** A deputy refuses one of seven; the department names another, who confirms as the others do. */
    void aDeputyRefusesAndIsReplaced() {
        confirmByMail("elinvoimajohtaja");
        PersonsWindow deputy = hall.at("tyollisyyskoordinaattori");
        deputy.open(mails.link(hall.address("tyollisyyskoordinaattori"), CONFIRM));
        Locator card = deputy.page().locator("section.card").filter(new Locator.FilterOptions().setHasText(REFUSED));
        card.getByLabel("En voi vastata tästä").check();
        card.getByLabel("Miksi et voi vastata tästä?").fill(REASON);
        deputy.check("En voi vastata niistä, jotka olen merkinnyt").complete();

        PersonsWindow contact = hall.at("elinvoima").openTask("Ehdota toimenpiteet");
        contact.unfold(REFUSED);
        Locator row =
                contact.page().locator("details.proposal").filter(new Locator.FilterOptions().setHasText(REFUSED));
        assertThat(row).containsText("Ei voi ottaa vastuuta: " + REASON);
        row.getByLabel("Varahenkilö").selectOption(hall.username("elinvoima"));
        assertThat(row.getByRole(AriaRole.STATUS)).containsText("Tallennettu.");
        contact.complete();
        confirmByMail("elinvoima");
    }

    /** A deputy does not answer: the department takes the proposals back and names another for all of them. */
    void aSilentDeputyIsReplaced(Proposing proposing) {
        confirmByMail("tekninenjohtaja");
        PersonsWindow contact = hall.at("tekninen").open(hall.cyclePath() + "/measures");
        contact.unfold("Ota ehdotukset takaisin");
        contact.press("Ota takaisin toimialan ehdotukset: Tekninen", "palautettu toimialalle");
        proposing.technicalNamesAnotherDeputy("liikunnanohjaaja");
        confirmFromList("liikunnanohjaaja", "Tekninen");
    }
}
