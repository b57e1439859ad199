package fi.hytekello.body;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a body.
 *
 * @param taskFi what it is for (R0-03); shown to everybody and in letters
 * @param setting the decision that set it up
 * @param basis project or programme it comes from, empty where there is none
 * @param basisEndsOn when that ends; the body may go on (R3-13)
 * @param endsOn the body's own last day, null while no end is known
 * @param cadence how often it is to meet
 * @param rotationYears the lead changes after this many years (R4-11), null where it does not
 * @param contacts at most two, public
 * @param seats none for one without seats by organisation
 */
public record BodyDraft(
        BodyKind kind,
        String nameFi,
        String nameSv,
        String shortNameFi,
        String shortNameSv,
        String taskFi,
        String taskSv,
        Setting setting,
        String basis,
        @Nullable LocalDate basisEndsOn,
        @Nullable LocalDate endsOn,
        Cadence cadence,
        QuotaPolicy quota,
        @Nullable Integer rotationYears,
        List<Contact> contacts,
        List<SeatRule> seats) {

    private static final int LONGEST_ROTATION = 10;

    /**
     * The decision that set a body up.
     *
     * @param by the body or official that decided, empty where unknown
     * @param section § of the minutes, empty where there is none
     */
    public record Setting(String by, @Nullable LocalDate on, String section) {

        public Setting {
            by = by.strip();
            section = section.strip();
        }
    }

    /** Meetings a year (R4-03); null where nothing is said. */
    public record Cadence(@Nullable Integer min, @Nullable Integer max) {

        private static final int MOST = 52;

        void check() {
            if ((min != null && (min < 0 || min > MOST))
                    || (max != null && (max < 1 || max > MOST))
                    || (min != null && max != null && min > max)) {
                throw new InvalidInput("meetingsMin", "problem.body.cadence", MOST);
            }
        }
    }

    public BodyDraft {
        nameFi = nameFi.strip();
        nameSv = nameSv.isBlank() ? nameFi : nameSv.strip();
        shortNameFi = shortNameFi.strip();
        shortNameSv = shortNameSv.isBlank() ? shortNameFi : shortNameSv.strip();
        taskFi = taskFi.strip();
        taskSv = taskSv.isBlank() ? taskFi : taskSv.strip();
        basis = basis.strip();
        contacts = contacts.stream().filter(contact -> !contact.isEmpty()).toList();
        seats = List.copyOf(seats);
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check() {
        Checks.present("nameFi", nameFi);
        Checks.limit("nameFi", nameFi, 200);
        Checks.limit("nameSv", nameSv, 200);
        Checks.limit("shortNameFi", shortNameFi, 60);
        Checks.limit("shortNameSv", shortNameSv, 60);
        Checks.limit("taskFi", taskFi, 4000);
        Checks.limit("taskSv", taskSv, 4000);
        Checks.limit("setBy", setting.by(), 200);
        Checks.limit("setSection", setting.section(), 40);
        Checks.limit("basis", basis, 1000);
        cadence.check();
        if (endsOn != null && setting.on() != null && endsOn.isBefore(setting.on())) {
            throw new InvalidInput("endsOn", "problem.body.ends");
        }
        if (rotationYears != null && (rotationYears < 1 || rotationYears > LONGEST_ROTATION)) {
            throw new InvalidInput("rotationYears", "problem.body.rotation", LONGEST_ROTATION);
        }
        checkContacts();
        checkSeats();
    }

    private void checkContacts() {
        if (contacts.size() > Contact.MOST) {
            throw new InvalidInput("contactTitle-1", "problem.body.contacts", Contact.MOST);
        }
        for (int number = 1; number <= contacts.size(); number++) {
            contacts.get(number - 1).check(number);
        }
    }

    private void checkSeats() {
        Set<String> whose = new HashSet<>();
        for (int number = 1; number <= seats.size(); number++) {
            SeatRule rule = seats.get(number - 1);
            rule.check(number);
            if (!whose.add(rule.kind() + "/" + rule.organisation())) {
                throw new InvalidInput("seats-" + number, "problem.body.seatsTwice");
            }
        }
    }
}
