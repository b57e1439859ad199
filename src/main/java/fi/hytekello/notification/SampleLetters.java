package fi.hytekello.notification;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters as a municipality might send them, for the preview. Nothing of them is in the database. */
@Component
class SampleLetters {

    private static final UUID ID = new UUID(0, 0);
    private static final CycleId CYCLE = new CycleId(0);

    /** To parties and offices outside, which have no post by which to greet them. */
    private static final Set<NotificationKind> OUTSIDE = Set.of(
            NotificationKind.STATEMENT_REQUEST,
            NotificationKind.STATEMENT_REMINDER,
            NotificationKind.STATEMENT_EXTENSION,
            NotificationKind.COUNTY_DELIVERY,
            NotificationKind.NOMINATION_REQUEST,
            NotificationKind.NOMINATION_COPY,
            NotificationKind.NOMINATION_REMINDER,
            NotificationKind.NOMINATION_EXTENSION,
            NotificationKind.NOMINATION_REOPENED,
            NotificationKind.NOMINATION_ESCALATION,
            NotificationKind.NOMINATION_RECEIVED,
            NotificationKind.NOMINATION_ASKED_AGAIN,
            NotificationKind.NOMINATION_COMPOSED,
            NotificationKind.NOMINATION_PRIVACY,
            NotificationKind.NOMINATION_APPOINTED,
            NotificationKind.NOMINATION_NOT_APPOINTED,
            NotificationKind.NOMINATION_REPLACED,
            NotificationKind.NOMINATION_CLOSED,
            NotificationKind.MEETING_DATES,
            NotificationKind.MEETING_INVITATION,
            NotificationKind.MEETING_CANCELLATION,
            NotificationKind.MEETING_MEMO);

    private final MailWords words;
    private final BusinessDays businessDays;

    SampleLetters(MailWords words, BusinessDays businessDays) {
        this.words = words;
        this.businessDays = businessDays;
    }

    /** Whom a letter is to, and when. */
    record Occasion(Municipality municipality, Person reader, Locale language, LocalDate today) {}

    Letter of(NotificationKind kind, Occasion occasion) {
        Municipality municipality = occasion.municipality();
        Locale in = occasion.language();
        boolean outside = OUTSIDE.contains(kind);
        return new Letter(
                ID,
                kind,
                outside
                        ? words.text("mail.sample.address", in)
                        : occasion.reader().email(),
                in,
                0,
                outside ? null : occasion.reader().title(in),
                kind == NotificationKind.DEPUTY_NOTICE ? words.text("mail.sample.absent", in) : null,
                municipality.code(),
                municipality.name(in),
                municipality.city(),
                CYCLE,
                occasion.today().getYear(),
                kind.isAboutTask() ? words.text("mail.sample.department", in) : null,
                null,
                kind.isAboutTask() ? MailPreviews.SAMPLE : null,
                payload(kind, occasion),
                decision(kind, occasion));
    }

    private Map<String, String> payload(NotificationKind kind, Occasion occasion) {
        return Map.of(
                "task",
                "Activity_ReportMeasures",
                "name",
                "task.WelfareReport.Activity_ReportMeasures",
                "turn",
                Role.DEPARTMENT.name(),
                kind.isAboutTask() ? "due" : MailPreviews.SAMPLE,
                due(kind, occasion).toString());
    }

    /** Ahead, or as long past as it is when this is told. */
    private Instant due(NotificationKind kind, Occasion occasion) {
        LocalDate today = occasion.today();
        LocalDate day = switch (kind) {
            case LAST_REMINDER -> businessDays.plus(today, 1);
            case OVERDUE -> businessDays.minus(today, 1);
            case STILL_LATE, ESCALATION -> businessDays.minus(today, 6);
            default -> businessDays.plus(today, 10);
        };
        return day.atTime(occasion.municipality().officeCloses())
                .atZone(Finland.ZONE)
                .toInstant();
    }

    private Letter.@Nullable Made decision(NotificationKind kind, Occasion occasion) {
        boolean returned = kind == NotificationKind.RETURNED;
        if (!returned && kind != NotificationKind.DECISION_MADE) {
            return null;
        }
        Locale in = occasion.language();
        return new Letter.Made(
                Subject.WELFARE_REPORT,
                DecidedBy.BOARD,
                returned ? Outcome.RETURNED : Outcome.APPROVED,
                returned ? words.text("mail.sample.comment", in) : null,
                businessDays.previous(occasion.today()),
                "§ 112",
                words.text("mail.sample.diaryNumber", in),
                words.text("mail.sample.minutes", in),
                null);
    }
}
