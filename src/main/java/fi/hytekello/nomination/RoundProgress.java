package fi.hytekello.nomination;

import java.util.List;

/**
 * How many of the organisations of a round have answered.
 *
 * @param named those that have named somebody
 * @param awaited those whose answer is still awaited, also past the deadline
 * @param nobody those that name nobody, and those closed without an answer
 */
public record RoundProgress(int asked, int named, int awaited, int nobody) {

    public static RoundProgress of(List<AskedOrganisation> asked) {
        List<RequestState> states =
                asked.stream().map(one -> RequestState.valueOf(one.state())).toList();
        return new RoundProgress(
                states.size(),
                (int) states.stream().filter(RequestState::isNominated).count(),
                (int) states.stream().filter(RequestState::isAwaited).count(),
                (int) states.stream()
                        .filter(state -> state == RequestState.DECLINED || state == RequestState.CLOSED_EMPTY)
                        .count());
    }
}
