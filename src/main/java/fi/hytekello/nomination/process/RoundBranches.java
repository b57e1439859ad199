package fi.hytekello.nomination.process;

import fi.hytekello.nomination.RoundRequests;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The branches of a round: the ids of its requests, one for each organisation asked. */
@Component("nominationRequests")
public class RoundBranches {

    private final RoundRequests requests;

    RoundBranches(RoundRequests requests) {
        this.requests = requests;
    }

    public List<Long> of(DelegateExecution execution) {
        return requests.ids(RoundVariables.round(execution));
    }
}
