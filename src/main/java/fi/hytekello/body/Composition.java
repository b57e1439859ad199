package fi.hytekello.body;

import java.util.List;

/**
 * A composition as it is judged. Only the keeper of the body sees it: of few people even a count tells much.
 *
 * @param members women and men among those who hold a seat
 * @param deputies the same among the deputies
 */
public record Composition(
        GenderCount members,
        CompositionFinding membersQuota,
        GenderCount deputies,
        CompositionFinding deputiesQuota,
        FieldCount fields,
        CompositionFinding fieldsFinding) {

    /** Judges people by a policy; a reason for another composition is stored only when it is decided. */
    static Composition of(List<MembershipDraft> people, QuotaPolicy quota, CompositionPolicy policy) {
        return of(people, quota, policy, false);
    }

    /** @param excused true where a special reason for missing the quota is given */
    static Composition of(List<MembershipDraft> people, QuotaPolicy quota, CompositionPolicy policy, boolean excused) {
        List<MembershipDraft> members =
                people.stream().filter(one -> one.role().holdsSeat()).toList();
        GenderCount seated =
                GenderCount.of(members.stream().map(MembershipDraft::gender).toList());
        GenderCount standing = GenderCount.of(people.stream()
                .filter(one -> one.role() == MemberRole.DEPUTY)
                .map(MembershipDraft::gender)
                .toList());
        FieldCount fields = FieldCount.of(members);
        return new Composition(
                seated,
                policy.quota(quota, seated, excused),
                standing,
                policy.quota(quota, standing, excused),
                fields,
                policy.fields(fields));
    }
}
