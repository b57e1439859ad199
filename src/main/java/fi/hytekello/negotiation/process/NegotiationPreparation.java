package fi.hytekello.negotiation.process;

import fi.hytekello.negotiation.Negotiations;
import fi.hytekello.worklist.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The negotiation is there to fill in when its preparation begins. */
@Component
class NegotiationPreparation {

    private final Negotiations negotiations;

    NegotiationPreparation(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    @EventListener
    void opened(TaskOpened opened) {
        if (opened.task().task().equals("Activity_PrepareNegotiation")) {
            negotiations.begin(opened.task().cycle());
        }
    }
}
