package fi.hytekello.consultation;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is written of the contact with one municipality.
 *
 * @param means null while it is not known
 * @param agreedOn the day on which the management will be heard; null while none is agreed
 * @param heardOn null until it was heard
 * @param post title of whoever was heard, no name
 * @param views by the question's id; none is empty
 * @param reason why it could not be reached
 */
public record ContactNotes(
        ContactState state,
        @Nullable ContactMeans means,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate heardOn,
        String post,
        Map<Long, String> views,
        String other,
        String followUp,
        String reason) {

    private static final int LONGEST_POST = 200;
    private static final int LONGEST_VIEW = 4000;
    private static final int LONGEST_REMARK = 1000;

    /** How long after the last day somebody may still be met: a year mistyped is found. */
    private static final int LATEST_AGREED_MONTHS = 6;

    public ContactNotes {
        post = post.strip();
        views = views.entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> one.getValue().strip()));
        other = other.strip();
        followUp = followUp.strip();
        reason = reason.strip();
    }

    /** True where anything that the management said is written down. */
    public boolean hasViews() {
        return !views.isEmpty() || !other.isEmpty();
    }

    /** What even a draft has to keep. @throws InvalidInput naming the field that is too long or wrong */
    void checkDraft(Contact before, LocalDate lastDay, LocalDate today) {
        limit("post", post, LONGEST_POST);
        views.forEach((question, view) -> limit("view-" + question, view, LONGEST_VIEW));
        limit("otherViews", other, LONGEST_VIEW);
        limit("followUp", followUp, LONGEST_REMARK);
        limit("reason", reason, LONGEST_REMARK);
        if (!ContactState.CHOICES.contains(state)) {
            throw new InvalidInput("contactState", "problem.answer.choice");
        }
        if (state == ContactState.AGREED) {
            checkAgreed(before, lastDay, today);
        }
        if (heardOn != null && heardOn.isAfter(today)) {
            throw new InvalidInput("heardOn", "problem.consultation.heardAhead");
        }
    }

    /** @throws InvalidInput naming the first field that a contact cannot be ended without */
    void checkFinished() {
        switch (state) {
            case HEARD -> checkHeard();
            case NOT_REACHED -> present("reason", reason);
            default -> throw new InvalidInput("contactState", "problem.consultation.unfinished");
        }
    }

    private void checkHeard() {
        if (means == null) {
            throw new InvalidInput("means", "problem.answer.missing");
        }
        if (heardOn == null) {
            throw new InvalidInput("heardOn", "problem.answer.missing");
        }
        present("post", post);
        if (!hasViews()) {
            throw new InvalidInput("otherViews", "problem.consultation.noViews");
        }
    }

    /** A day that was agreed before may be past by now. */
    private void checkAgreed(Contact before, LocalDate lastDay, LocalDate today) {
        if (agreedOn == null) {
            throw new InvalidInput("agreedOn", "problem.answer.missing");
        }
        if (agreedOn.equals(before.notes().agreedOn())) {
            return;
        }
        if (agreedOn.isBefore(today)) {
            throw new InvalidInput("agreedOn", "problem.consultation.agreedPast");
        }
        LocalDate latest = (lastDay.isBefore(today) ? today : lastDay).plusMonths(LATEST_AGREED_MONTHS);
        if (agreedOn.isAfter(latest)) {
            throw new InvalidInput("agreedOn", "problem.consultation.agreedFar");
        }
    }

    private static void present(String field, String text) {
        if (text.isEmpty()) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
