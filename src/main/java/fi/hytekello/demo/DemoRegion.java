package fi.hytekello.demo;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyDraft;
import fi.hytekello.body.BodyKind;
import fi.hytekello.body.Contact;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.QuotaPolicy;
import fi.hytekello.body.SeatRule;
import fi.hytekello.municipality.Enrolment;
import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Settings;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What a nomination round finds when it begins: the regional council's people, the organisations, the body to be formed. */
@Component
@Conditional(DemoWorldOn.class)
class DemoRegion {

    private static final String GROUP = "Kanta-Hämeen hyvinvointityöryhmä";

    private final Enrolment enrolment;
    private final Municipalities municipalities;
    private final People people;
    private final Organisations organisations;
    private final Bodies bodies;
    private final MunicipalitySettings settings;

    DemoRegion(
            Enrolment enrolment,
            Municipalities municipalities,
            People people,
            Organisations organisations,
            Bodies bodies,
            MunicipalitySettings settings) {
        this.enrolment = enrolment;
        this.municipalities = municipalities;
        this.people = people;
        this.organisations = organisations;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** The register and the body only where there is none yet: what people have renamed or removed stays so. */
    void enrol() {
        Municipality council = municipalities.get(DemoPeople.COUNCIL);
        enrolment.people(DemoPeople.ofCouncil(council));
        Person coordinator = people.get(DemoPeople.username("aluekoordinaattori", council));
        if (organisations.of(council.code()).isEmpty()) {
            DemoOrganisations.of(municipalities.ofRegion(council.code()))
                    .forEach(draft -> organisations.add(council.code(), draft, coordinator));
        }
        if (bodies.of(council.code()).isEmpty()) {
            bodies.add(council.code(), draft(coordinator), coordinator);
        }
        answerToMailbox(council);
    }

    /** Answers to the council's mails go to the mailbox that is read. */
    private void answerToMailbox(Municipality council) {
        Settings is = settings.of(council.code());
        MailSender sender = is.sender();
        if (sender.replyTo().isEmpty()) {
            Settings wanted = new Settings(
                    is.version(),
                    is.impactCostLimit(),
                    is.officeCloses(),
                    is.city(),
                    is.quietJuly(),
                    new MailSender(
                            sender.nameFi(),
                            sender.nameSv(),
                            sender.address(),
                            DemoPeople.COUNCIL_MAILBOX,
                            sender.signatureFi(),
                            sender.signatureSv()));
            settings.change(council.code(), wanted, DemoPeople.administrator(List.of(council)));
        }
    }

    /** The body to be formed, as it was made. */
    Body group() {
        return bodies.of(DemoPeople.COUNCIL).stream()
                .filter(body -> body.content().nameFi().equals(GROUP))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + GROUP + " any more"));
    }

    private static BodyDraft draft(Person coordinator) {
        return new BodyDraft(
                BodyKind.GROUP,
                GROUP,
                "Egentliga Tavastlands arbetsgrupp för välfärd",
                "Hyvinvointityöryhmä",
                "Arbetsgruppen för välfärd",
                "Kuntien hyvinvointityön yhteistyöverkosto, joka valmistelee alueellisen hyvinvointikertomuksen ja"
                        + " hyvinvointisuunnitelman, toteuttaa niitä ja rakentaa maakunnan yhteisiä toimintatapoja.",
                "Ett nätverk för kommunernas välfärdsarbete som bereder den regionala välfärdsberättelsen och"
                        + " välfärdsplanen, genomför dem och utvecklar gemensamma arbetssätt i landskapet.",
                new BodyDraft.Setting("Maakuntahallitus", null, ""),
                "",
                null,
                null,
                new BodyDraft.Cadence(4, 6),
                QuotaPolicy.ADVISE,
                null,
                List.of(new Contact(coordinator.titleFi(), coordinator.email(), "")),
                List.of(
                        new SeatRule(OrganisationKind.MUNICIPALITY, null, 1, 1, true),
                        new SeatRule(OrganisationKind.JOINT_AUTHORITY, null, 1, 1, true)));
    }
}
