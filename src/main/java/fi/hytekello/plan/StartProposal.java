package fi.hytekello.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the coordinator's proposal that the broad report be made (THL's phase 1, domain chapter 2.2).
 *
 * @param number of the document's version, from 1
 * @param submitted true once it went to the board: from then on it never changes
 * @param version counts the changes of this document version
 */
public record StartProposal(int number, Content content, int version, boolean submitted) {

    /** What the board decides on; anything may be missing while it is a draft. */
    public record Content(
            @Nullable String organisation,
            @Nullable String schedule,
            @Nullable String workingGroups,
            @Nullable String participation) {

        /** What is missing before it goes to the board, in the order of the form. */
        public List<String> gaps() {
            List<String> gaps = new ArrayList<>();
            missing(gaps, "organisation", organisation);
            missing(gaps, "broadSchedule", schedule);
            missing(gaps, "workingGroups", workingGroups);
            missing(gaps, "participation", participation);
            return List.copyOf(gaps);
        }

        private static void missing(List<String> gaps, String field, @Nullable String value) {
            if (value == null) {
                gaps.add(field);
            }
        }
    }
}
