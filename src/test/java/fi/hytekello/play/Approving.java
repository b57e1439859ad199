package fi.hytekello.play;

import java.time.LocalDate;

/** Directors, committees and the wellbeing group handle the proposals; each of them returns some once. */
final class Approving {

    private static final String APPROVE = "Hyväksy toimialan ehdotukset";
    private static final String RECONCILE = "Sovita toimialojen ehdotukset yhteen";

    private final TownHall hall;
    private final PlayedTime time;

    Approving(TownHall hall, PlayedTime time) {
        this.hall = hall;
        this.time = time;
    }

    void directorApproves(String director) {
        hall.at(director)
                .openTask(APPROVE)
                .check("Hyväksyn ehdotukset lautakunnalle")
                .complete();
    }

    void directorApprovesInTasklist(String director) {
        Tasklist tasklist = Tasklist.in(hall.at(director)).open(APPROVE, "");
        tasklist.frame().getByLabel("Hyväksyn ehdotukset lautakunnalle").check();
        tasklist.complete();
    }

    void directorReturns(String director, String comment) {
        hall.at(director)
                .openTask(APPROVE)
                .check("Palautan ehdotukset toimialalle")
                .fill("Perustelu", comment)
                .complete();
    }

    void committeeApproves(String department) {
        committee(department, Deciding.APPROVED, "");
    }

    void committeeReturns(String department, String comment) {
        committee(department, Deciding.RETURNED, comment);
    }

    private void committee(String department, String outcome, String comment) {
        LocalDate today = time.today();
        Tasklist.in(hall.at("hallintosihteeri"))
                .open("Kirjaa päätös", department + " · lautakunta")
                .record(new Tasklist.Minutes(outcome, today, "§ " + today.getDayOfYear(), comment));
    }

    void groupReturns(String department, String comment) {
        hall.at("hyvinvointiryhma")
                .openTask(RECONCILE)
                .check("Palautetaan yhden toimialan ehdotukset")
                .choose("Palautettava toimiala", department)
                .fill("Perustelu", comment)
                .complete();
    }

    void groupAccepts() {
        hall.at("hyvinvointiryhma")
                .openTask(RECONCILE)
                .check("Kokonaisuus on valmis")
                .fill("Perustelu", "Ehdotukset tukevat tavoitteita.")
                .complete();
    }
}
