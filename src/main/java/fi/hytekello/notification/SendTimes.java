package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.worklist.TaskKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When mails leave, by their urgency and the municipality's quiet times. */
@Component
class SendTimes {

    private final UrgencyPolicy policy;
    private final QuietTimes quietTimes;
    private final Municipalities municipalities;
    private final Clock clock;

    SendTimes(UrgencyPolicy policy, QuietTimes quietTimes, Municipalities municipalities, Clock clock) {
        this.policy = policy;
        this.quietTimes = quietTimes;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** When each of some mails leaves. */
    @FunctionalInterface
    interface Of {
        Instant of(Notification notification);
    }

    /** For mails that are written now. */
    Of at(Instant now, Collection<Notification> notifications) {
        Set<MunicipalityCode> quietInJuly = municipalities.quietInJuly(
                notifications.stream().map(Notification::municipality).collect(Collectors.toSet()));
        return mail -> {
            Urgency given = mail.urgency();
            Urgency urgency = given == null ? urgency(mail.kind(), null, mail.dueOn()) : given;
            return new Quiet(quietTimes, quietInJuly.contains(mail.municipality())).leave(urgency, now, mail.dueOn());
        };
    }

    /** The quiet times of one municipality. */
    record Quiet(QuietTimes times, boolean july) {

        /** When a mail leaves that is written at this moment. */
        Instant leave(Urgency urgency, Instant written, @Nullable LocalDate deadline) {
            return switch (urgency) {
                case AT_ONCE -> times.atOnce(written);
                case DIGEST -> times.inTheMorning(written, deadline, july);
            };
        }
    }

    Quiet of(MunicipalityCode municipality) {
        return new Quiet(
                quietTimes, !municipalities.quietInJuly(List.of(municipality)).isEmpty());
    }

    /** For mails to outside, which leave in office hours. */
    Instant atOnce(Instant from) {
        return quietTimes.atOnce(from);
    }

    Urgency urgency(NotificationKind kind, TaskKind task, @Nullable Instant dueAt) {
        return urgency(kind, task, dueAt == null ? null : LocalDate.ofInstant(dueAt, Finland.ZONE));
    }

    private Urgency urgency(NotificationKind kind, @Nullable TaskKind task, @Nullable LocalDate dueOn) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Finland.ZONE);
        return policy.of(kind, task, dueOn == null ? null : (int) ChronoUnit.DAYS.between(today, dueOn));
    }
}
