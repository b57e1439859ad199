package fi.hytekello.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the outbox every second, on every node. */
@Component
@ConditionalOnProperty(name = "hytekello.mail.dispatch", matchIfMissing = true)
class MailRound {

    private final MailDispatcher dispatcher;

    MailRound(MailDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Scheduled(fixedDelay = 1000)
    void run() {
        dispatcher.dispatchDue();
    }
}
