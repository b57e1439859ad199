package fi.hytekello.indicator.source;

import java.util.List;

/**
 * A region as the source gives it.
 *
 * @param id Sotkanet's
 * @param code of the municipality where the category is KUNTA
 * @param memberOf ids of the regions it belongs to
 */
record SourceRegion(
        int id, String category, String code, String titleFi, String titleSv, String titleEn, List<Integer> memberOf) {

    SourceRegion {
        memberOf = List.copyOf(memberOf);
    }
}
