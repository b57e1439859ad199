package fi.hytekello.demo.simulation;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.nomination.NomineeDraft;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestAnswer;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code demo/nominations.csv}: what an organisation does on a day, or how the council deals with it.
 *
 * @param organisation its Finnish name
 */
record NominationCue(String organisation, Does does, DemoTable.Row row) {

    /** What is done. */
    enum Does {
        /** The organisation answers through its link, again perhaps. */
        LINK,
        /** The organisation answers the mail in which it was asked. */
        MAIL,
        /** It writes a mail of its own, that names no reference. */
        OWN_MAIL,
        /** The registry of the council records a letter that came the working day before. */
        HAND,
        /** The organisation tells when it decides. */
        EXPECT,
        DECLINE,
        /** The register has an address that takes no mail. */
        BAD_ADDRESS,
        /** The coordinator gives it more time when it has not answered. */
        EXTEND,
        /** The coordinator tells its management. */
        ESCALATE;

        /** True for what organisations do on their day; the rest holds for the whole round. */
        boolean hasDay() {
            return this != BAD_ADDRESS && this != EXTEND && this != ESCALATE;
        }

        boolean comesByMail() {
            return this == MAIL || this == OWN_MAIL;
        }
    }

    private static final int AUTUMN = 7;

    static List<NominationCue> all() {
        return DemoTable.read("nominations.csv").stream()
                .map(row -> new NominationCue(row.get("organisation"), Does.valueOf(row.get("does")), row))
                .toList();
    }

    /** @param year of the letter; the answers of spring come in the next */
    LocalDate day(int year) {
        MonthDay day = MonthDay.parse("--" + row.get("day"));
        return day.atYear(day.getMonthValue() < AUTUMN ? year + 1 : year);
    }

    /** The name of the file that comes with a mail; empty where none does. */
    String file() {
        return row.get("file");
    }

    /** The member and the deputy that the row names, by their posts. */
    List<NomineeDraft> nominees() {
        return List.of(nominee("title", "gender", false), nominee("deputy", "deputy_gender", true));
    }

    /** That they are named. */
    RequestAnswer answer(LocalDate decidedOn, @Nullable LocalDate receivedOn, int version) {
        return new RequestAnswer(
                nominees(), new Request.Decision(row.get("by"), decidedOn, row.get("section")), receivedOn, version);
    }

    private NomineeDraft nominee(String post, String gender, boolean deputy) {
        String title = row.get(post);
        return new NomineeDraft(
                1,
                deputy,
                title + ", " + organisation,
                title,
                address(title) + "@" + address(organisation) + ".example",
                "",
                Expertise.valueOf(row.get("expertise")),
                Gender.valueOf(row.get(gender)));
    }

    private static String address(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ä', 'a').replace('ö', 'o').replaceAll("[^a-z0-9]+", "-");
    }
}
