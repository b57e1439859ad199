package fi.hytekello.notification.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.notification.UndeliverableAnswer;
import fi.hytekello.notification.UndeliverableCases;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model UndeliverableMail asks of the domain. */
@Configuration(proxyBeanMethods = false)
class UndeliverableTasks {

    static final String PROCESS = "UndeliverableMail";
    static final String HANDLE = "Activity_HandleUndeliverable";

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_REASON = 2000;

    /** The task belongs to no step of the year: its deadline is its own. */
    @Bean
    TaskRule handleUndeliverable(UndeliverableCases cases) {
        return TaskRule.of(PROCESS, HANDLE, null)
                .ofKind(TaskKind.CORRECTION)
                .onPage("undeliverable")
                .asking(
                        choice("undeliverableAnswer", UndeliverableAnswer.values()),
                        text("newAddress", LONGEST_ADDRESS),
                        text("reason", LONGEST_REASON))
                .then(submission -> cases.settle(
                        submission.task().id(),
                        submission.answers().choice("undeliverableAnswer", UndeliverableAnswer.class),
                        submission.answers().text("newAddress"),
                        submission.answers().text("reason"),
                        submission.person().username()));
    }
}
