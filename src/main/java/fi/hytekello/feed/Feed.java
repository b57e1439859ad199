package fi.hytekello.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed and the state of its link.
 *
 * @param version counts the links made and revoked; 0 before the first
 * @param linkedAt when the link was made, null where there is none
 * @param readAt when a calendar last read it by that link, null where none has
 */
public record Feed(
        FeedOwner owner,
        int version,
        @Nullable Instant linkedAt,
        @Nullable Instant readAt) {

    /** One that has never had a link. */
    static Feed unlinked(FeedOwner owner) {
        return new Feed(owner, 0, null, null);
    }

    public boolean hasLink() {
        return linkedAt != null;
    }
}
