package fi.hytekello.meeting;

import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records whom a meeting elected: who held the post before is a member from that day on. */
@Component
class Elections {

    private final Memberships memberships;

    Elections(Memberships memberships) {
        this.memberships = memberships;
    }

    /** @throws InvalidInput when one is elected to both posts, or is not in the body on the day with a vote */
    void record(Meeting meeting, LocalDate day, Elected elected, Person by) {
        Map<MemberRole, Long> chosen = new EnumMap<>(MemberRole.class);
        choose(meeting, day, MemberRole.CHAIR, "chair", elected.chair(), chosen);
        choose(meeting, day, MemberRole.VICE_CHAIR, "viceChair", elected.viceChair(), chosen);
        if (chosen.size() == 2 && Objects.equals(chosen.get(MemberRole.CHAIR), chosen.get(MemberRole.VICE_CHAIR))) {
            throw new InvalidInput("viceChair", "problem.meeting.bothPosts");
        }
        // First all leave their posts, so that two may change places.
        List<Membership> before = memberships.on(meeting.body(), day);
        for (Membership one : before) {
            if (leaves(one, chosen)) {
                long now = take(meeting, one, MemberRole.MEMBER, day, by);
                chosen.replaceAll((role, id) -> id == one.id() ? Long.valueOf(now) : id);
            }
        }
        chosen.forEach((role, id) -> {
            Membership one = memberships.get(meeting.body(), id);
            if (one.content().role() != role) {
                take(meeting, one, role, day, by);
            }
        });
    }

    private void choose(
            Meeting meeting,
            LocalDate day,
            MemberRole role,
            String field,
            @Nullable Long id,
            Map<MemberRole, Long> chosen) {
        if (id == null) {
            return;
        }
        Optional<Membership> found = memberships.on(meeting.body(), day).stream()
                .filter(one -> one.id() == id && one.content().role().holdsSeat())
                .findFirst();
        if (found.isEmpty()) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
        chosen.put(role, id);
    }

    /** True for who holds a post that somebody else was elected to, or was elected to the other one. */
    private static boolean leaves(Membership one, Map<MemberRole, Long> chosen) {
        MemberRole role = one.content().role();
        Long next = chosen.get(role);
        boolean replaced = next != null && next != one.id();
        boolean moves = (role == MemberRole.CHAIR || role == MemberRole.VICE_CHAIR)
                && chosen.entrySet().stream().anyMatch(entry -> entry.getValue() == one.id() && entry.getKey() != role);
        return replaced || moves;
    }

    private long take(Meeting meeting, Membership one, MemberRole role, LocalDate day, Person by) {
        return memberships.takeRole(meeting.keeper(), meeting.body(), one.id(), role, day, one.version(), by);
    }
}
