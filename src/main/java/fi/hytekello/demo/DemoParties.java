package fi.hytekello.demo;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.statement.PartyDraft;
import fi.hytekello.statement.PartyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Who gives statements in the demo: the three advisory councils and one organisation. */
final class DemoParties {

    /** The council term that began in 2025. */
    private static final LocalDate TERM_BEGAN = LocalDate.of(2025, 6, 1);

    private DemoParties() {}

    static List<PartyDraft> of(Municipality place) {
        return List.of(
                party(
                        place,
                        PartyKind.OLDER_PEOPLES_COUNCIL,
                        "Vanhusneuvosto",
                        "Äldrerådet",
                        "vanhusneuvosto",
                        Languages.FINNISH,
                        "Vaikuttaa ikääntyneiden hyvinvointia, asumista, liikkumista ja palveluja koskevaan suunnitteluun"
                                + " ja seurantaan. Antaa lausunnon hyvinvointiraportista joka vuosi."),
                party(
                        place,
                        PartyKind.DISABILITY_COUNCIL,
                        "Vammaisneuvosto",
                        "Rådet för personer med funktionsnedsättning",
                        "vammaisneuvosto",
                        Languages.FINNISH,
                        "Seuraa esteettömyyttä ja yhdenvertaisuutta kunnan toiminnassa. Antaa lausunnon"
                                + " hyvinvointiraportista joka vuosi."),
                party(
                        place,
                        PartyKind.YOUTH_COUNCIL,
                        "Nuorisovaltuusto",
                        "Ungdomsfullmäktige",
                        "nuorisovaltuusto",
                        Languages.FINNISH,
                        "Tuo nuorten näkemykset kaikkien toimialojen valmisteluun. Antaa lausunnon hyvinvointiraportista"
                                + " joka vuosi."),
                party(
                        place,
                        PartyKind.NGO,
                        "Kylien yhteistyöyhdistys",
                        "Byarnas samarbetsförening",
                        "kylat",
                        Languages.SWEDISH,
                        ""));
    }

    private static PartyDraft party(
            Municipality place,
            PartyKind kind,
            String nameFi,
            String nameSv,
            String post,
            Locale language,
            String basicTasks) {
        String registry = DemoPeople.username(post, place).value();
        return new PartyDraft(
                kind,
                nameFi,
                nameSv,
                post + "@" + registry.substring(post.length() + 1) + ".example",
                language,
                basicTasks,
                TERM_BEGAN,
                null);
    }
}
