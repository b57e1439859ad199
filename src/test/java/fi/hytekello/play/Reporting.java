package fi.hytekello.play;

import java.time.LocalDate;

/** The coordinator's report on its way through the group, the councils, the manager, the board and the council. */
final class Reporting {

    private static final String DRAFT = "Kirjoita hyvinvointiraportin luonnos";

    private final TownHall hall;
    private final Mailbox mails;
    private final PlayedTime time;

    Reporting(TownHall hall, Mailbox mails, PlayedTime time) {
        this.hall = hall;
        this.mails = mails;
        this.time = time;
    }

    void writes() {
        PersonsWindow coordinator = hall.at("koordinaattori").openTask(DRAFT);
        coordinator
                .fill("Tiivistelmä", "Vuosi eteni suunnitelman mukaan.")
                .fill("Toteutetut toimenpiteet", "Valtaosa toimenpiteistä valmistui.")
                .fill("Väestön hyvinvoinnin tila", "Mittarit ovat kunnan keskitasoa.")
                .complete();
    }

    /** The returned version stays; what was missing is written into a new one. */
    void mends(String comment, String addition) {
        PersonsWindow coordinator = hall.at("koordinaattori").openTask(DRAFT).says(comment);
        String before = coordinator.field("Tiivistelmä").inputValue();
        coordinator.fill("Tiivistelmä", before + " " + addition).complete();
    }

    void groupReturns(String comment) {
        handles().check("Ryhmä palauttaa luonnoksen").fill("Perustelu", comment).complete();
    }

    /** The group sees at once what is new since it last read. */
    void groupAccepts(String addition) {
        handles()
                .says("lisätty: " + addition)
                .check("Ryhmä hyväksyy luonnoksen")
                .complete();
    }

    private PersonsWindow handles() {
        return hall.at("hyvinvointiryhma").openTask("Käsittele hyvinvointiraportin luonnos");
    }

    /** One council answers through the link of its mail, for the others the secretary writes it down. */
    void councilsGiveTheirStatements() {
        PersonsWindow coordinator = hall.at("koordinaattori").openTask("Valmistele lausuntopyyntö");
        coordinator.check("Pyydän lausunnot tästä versiosta").press("Vahvista ja lähetä", "Tehtävä on valmis");
        PersonsWindow council = hall.passerBy()
                .open(mails.link(hall.address("vanhusneuvosto"), ""))
                .fill("Lausunto", "Talvikunnossapito puuttuu raportista.")
                .press("Lähetä lausunto", "Kiitos, lausunto on vastaanotettu.");
        council.close();
        for (int others = 3; others > 0; others--) {
            hall.at("hallintosihteeri")
                    .openTask("Kirjaa lausunto")
                    .check("Ei anna lausuntoa")
                    .complete("Kirjaa");
        }
    }

    void theirStatementChangesTheDraft() {
        hall.at("koordinaattori")
                .openTask("Kirjoita vastineet")
                .fill("Vastine: Vanhusneuvosto", "Kiitos, kohta lisätään.")
                .check("Lausunto muuttaa luonnosta")
                .check("Muutan luonnosta: avautuu uusi versio, joka menee uudelleen hyvinvointiryhmälle")
                .complete();
    }

    void nobodyIsAskedAgain() {
        hall.at("koordinaattori")
                .openTask("Valmistele lausuntopyyntö")
                .check("En pyydä lausuntoja tästä versiosta")
                .fill("Perustelu", "Muutokset eivät avaa uusia asioita lausuttavaksi.")
                .press("Vahvista ja lähetä", "Tehtävä on valmis");
    }

    void managerReturns(String comment) {
        hall.at("kunnanjohtaja")
                .openTask("Päätä asiakirjasta")
                .check("Palautan uudelleen valmisteltavaksi")
                .fill("Perustelu", comment)
                .complete();
    }

    void managerApproves() {
        hall.at("kunnanjohtaja")
                .openTask("Päätä asiakirjasta")
                .check("Hyväksyn")
                .complete();
    }

    void records(String body, String outcome, String comment) {
        LocalDate today = time.today();
        Tasklist.in(hall.at("hallintosihteeri"))
                .open("Kirjaa päätös", body + " · hyvinvointiraportti")
                .record(new Tasklist.Minutes(outcome, today, "§ " + today.getDayOfYear(), comment));
    }

    /** From the mended draft to the manager: group, no new statements. */
    void goesThroughAgainUpToTheManager(String comment, String addition) {
        mends(comment, addition);
        groupAccepts(addition);
        nobodyIsAskedAgain();
    }

    /** The same up to the board. */
    void goesThroughAgain(String comment, String addition) {
        goesThroughAgainUpToTheManager(comment, addition);
        managerApproves();
    }
}
