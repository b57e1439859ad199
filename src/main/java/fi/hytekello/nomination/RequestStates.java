package fi.hytekello.nomination;

import java.util.List;
import org.springframework.stereotype.Service;

/** Who has answered. */
@Service
public class RequestStates {

    private final RequestTable table;

    RequestStates(RequestTable table) {
        this.table = table;
    }

    /** The requests of a round by the organisations' Finnish names. */
    public List<Request> of(RoundId round) {
        return table.ofRound(round);
    }
}
