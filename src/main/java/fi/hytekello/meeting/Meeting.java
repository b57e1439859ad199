package fi.hytekello.meeting;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a body.
 *
 * @param keeper the tenant whose body it is
 * @param place address or room, null for a remote meeting
 * @param remoteLink web address of the meeting, null where people meet in one place
 * @param host which organisation receives the others, null where nobody does
 * @param theme what it focuses on (R4-07), null for nothing in particular
 * @param reason why it was moved or not held
 * @param datesDueOn until when the members are asked which dates suit them, null while they are not
 * @param nextOn about when the next one is to be
 * @param noNextReason why there is no next one
 * @param version counts the changes
 */
public record Meeting(
        MeetingId id,
        BodyId body,
        MunicipalityCode keeper,
        State state,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        @Nullable String remoteLink,
        @Nullable OrganisationId host,
        @Nullable String theme,
        @Nullable String agenda,
        @Nullable String memo,
        @Nullable String reason,
        @Nullable LocalDate datesDueOn,
        @Nullable LocalDate nextOn,
        @Nullable String noNextReason,
        int version) {

    /** How far a meeting is. */
    public enum State {
        PREPARING,
        ARRANGED,
        HELD,
        NOT_HELD;

        public boolean isToCome() {
            return this == PREPARING || this == ARRANGED;
        }
    }
}
